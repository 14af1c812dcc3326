package dev.pageturner.openapi.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CheckArchitectureTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.pageturner.openapi.check", "dev.pageturner.openapi.curl");

  @Test
  void aCheckNeedsNoTestFrameworkNoDocumentAndNoMockServer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.junit..",
            "mockwebserver3..",
            "dev.pageturner.openapi.mockserver..",
            "dev.pageturner.openapi.generator..",
            "dev.pageturner.openapi.detect..",
            "dev.pageturner.openapi.parse..",
            "dev.pageturner.openapi.model..")
        .check(CLASSES);
  }

  @Test
  void onlyMaskingTakesWhatIsInternal() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.pageturner.openapi.curl.MaskingByName")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.pageturner.internal..")
        .check(CLASSES);
  }

  @Test
  void commandsKnowNothingOfChecks() {
    noClasses()
        .that()
        .resideInAPackage("dev.pageturner.openapi.curl")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.pageturner.openapi.check")
        .check(CLASSES);
  }
}
