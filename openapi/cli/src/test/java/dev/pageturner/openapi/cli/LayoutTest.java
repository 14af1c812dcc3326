package dev.pageturner.openapi.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pageturner.openapi.model.Printable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  private static final String ROOT = "dev.pageturner.openapi.cli";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @ParameterizedTest(name = "{0} does not import {1}")
  @CsvSource({
    "html, options",
    "html, record",
    "html, report",
    "html, listing",
    "options, html",
    "options, record",
    "options, report",
    "options, listing",
    "record, options",
    "record, report",
    "record, listing",
    "report, options",
    "report, record",
    "report, listing",
    "listing, html",
    "listing, report"
  })
  void importsRunOneWay(String from, String to) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "." + to, ROOT)
        .check(CLASSES);
  }

  @ParameterizedTest(name = "{0} knows no generator and no mock server")
  @CsvSource({"html", "options", "record", "listing"})
  void listsNeedNoDocument(String from) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + from)
        .should()
        .dependOnClassesThat(resideInAnyPackage(
                "dev.pageturner.openapi.detect..",
                "dev.pageturner.openapi.parse..",
                "dev.pageturner.openapi.model..",
                "dev.pageturner.openapi.emit..",
                "dev.pageturner.openapi.generator..",
                "dev.pageturner.openapi.mockserver..",
                "mockwebserver3..")
            .and(not(type(Printable.class))))
        .check(CLASSES);
  }

  @ParameterizedTest(name = "only masking, remedies and the replacing of files take {0}")
  @CsvSource("dev.pageturner.internal..")
  void nothingButMaskingRemediesAndReplacedFilesIsInternal(String internal) {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".record.Secrets")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".record.BodyMask")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".listing.EvidenceOptions")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".listing.StateFile")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(internal)
        .check(CLASSES);
  }
}
