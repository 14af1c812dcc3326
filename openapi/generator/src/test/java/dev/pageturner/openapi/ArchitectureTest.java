package dev.pageturner.openapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
  private static final String ROOT = "dev.pageturner.openapi.";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.pageturner.openapi");

  @ParameterizedTest(name = "{0} does not import {1}")
  @CsvSource({
    "model, parse",
    "model, detect",
    "parse, detect",
    "detect, parse",
    "spelling, model",
    "spelling, parse",
    "spelling, detect",
    "spelling, emit",
    "model, emit",
    "parse, emit",
    "detect, emit",
    "generator, project",
    "emit, project",
    "emit.name, emit.type",
    "emit.name, model",
    "emit.type, emit.source",
    "emit.type, parse",
    "emit.source, parse",
    "emit.source, detect"
  })
  void importsRunOneWay(String from, String to) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + from)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + to)
        .check(CLASSES);
  }

  @ParameterizedTest(name = "{0} knows no YAML library")
  @CsvSource({"model", "detect"})
  void onlyParseKnowsTheYamlLibrary(String from) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + from)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .check(CLASSES);
  }
}
