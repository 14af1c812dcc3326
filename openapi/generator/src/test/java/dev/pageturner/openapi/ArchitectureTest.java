package dev.pageturner.openapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
    "emit, generator",
    "parse, generator",
    "detect, generator",
    "sources, emit",
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

  @Test
  void theModuleShowsNeitherReadingNorEmitting() throws IOException {
    Path classes = Path.of(System.getProperty("basedir", "")).resolve("target/classes");
    try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
      assertThat(ModuleDescriptor.read(in).exports())
          .allMatch(exports -> !exports.isQualified())
          .extracting(exports -> exports.source().substring(ROOT.length()))
          .containsExactlyInAnyOrder("detect", "generator", "model", "sources");
    }
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
