package dev.pageturner.openapi.mockserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
  private static final String ROOT = "dev.pageturner.openapi.mockserver";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @ParameterizedTest(name = "{0} does not import {1}")
  @CsvSource({
    "internal.sample, dev.pageturner.openapi.mockserver",
    "internal.sample, dev.pageturner.openapi.mockserver.internal.data",
    "internal.sample, dev.pageturner.openapi.detect",
    "internal.data, dev.pageturner.openapi.mockserver",
    "internal.data, dev.pageturner.openapi.mockserver.internal.sample",
    "internal.data, dev.pageturner.openapi.model"
  })
  void importsRunOneWay(String from, String to) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + from)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(to)
        .check(CLASSES);
  }

  @ParameterizedTest(name = "only the extension knows JUnit, not {0}")
  @CsvSource({"MockApi", "Blueprint", "Fault", "MockPages"})
  void aServerRunsWithoutJUnit(String name) {
    noClasses()
        .that()
        .haveSimpleName(name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..")
        .check(CLASSES);
  }
}
