package dev.pageturner.openapi.mockserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room imports which is said once, in its {@code package-info}, and held here. */
class ArchitectureTest {
  private static final String OPENAPI = "dev.pageturner.openapi.";
  private static final String ROOT = OPENAPI + "mockserver";
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "")).resolve("src/main/java").toAbsolutePath();
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  /** What the rooms may know of the public package. */
  private static final Set<String> VALUES =
      Set.of("MockOptions", "MockRequest", "LimitHeaders", "Trait");

  static Stream<String> packages() {
    return CLASSES.stream().map(JavaClass::getPackageName).distinct().sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void eachPackageImportsWhatItSays(String name) throws IOException {
    Set<String> imported = CLASSES.stream()
        .filter(each -> each.getPackageName().equals(name))
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(target -> target.getName().startsWith(OPENAPI))
        .filter(target -> !target.getPackageName().equals(name))
        .map(ArchitectureTest::label)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(imported).isEqualTo(said(name, "Imports:(.*?)Imported by:"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void eachRoomIsImportedByWhomItSays(String name) throws IOException {
    Set<String> importers = CLASSES.stream()
        .filter(each -> !each.getPackageName().equals(name))
        .filter(each -> each.getDirectDependenciesFromSelf().stream()
            .anyMatch(one -> one.getTargetClass().getPackageName().equals(name)))
        .map(JavaClass::getPackageName)
        .filter(importer -> !importer.equals(ROOT))
        .map(importer -> importer.substring(ROOT.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));

    if (!name.equals(ROOT)) {
      assertThat(importers).isEqualTo(said(name, "Imported by:(.*)"));
    }
  }

  /**
   * A room by its name, a value of the public package by its own, the generator's by its package.
   */
  private static String label(JavaClass target) {
    String in = target.getPackageName();
    if (in.equals(ROOT)) {
      return target.getName().substring(ROOT.length() + 1).replaceFirst("\\$.*", "");
    }
    return in.substring((in.startsWith(ROOT) ? ROOT + "." : OPENAPI).length());
  }

  private static Set<String> said(String name, String part) throws IOException {
    Path file = SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java");
    String text =
        Files.readString(file).replaceAll("(?s) \\*/.*", "").replaceAll("\\s+\\*?\\s*", " ");
    return Pattern.compile(part)
        .matcher(text)
        .results()
        .flatMap(found ->
            Pattern.compile("\\{@code ([\\w.]+)}").matcher(found.group(1)).results())
        .map(found -> found.group(1))
        .filter(word -> !word.equals("json"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void roomsDoNotImportEachOtherInACircle() {
    slices().matching(ROOT + ".internal.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void roomsKnowTheValuesOfThePublicPackageOnly() {
    assertThat(CLASSES.stream()
            .filter(each -> each.getPackageName().startsWith(ROOT + ".internal"))
            .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .filter(target -> target.getPackageName().equals(ROOT))
            .map(ArchitectureTest::label))
        .isSubsetOf(VALUES);
  }

  @Test
  void internalTypesAreInNoPublicSignature() {
    assertThat(CLASSES.stream()
            .filter(each -> each.getPackageName().equals(ROOT) && isPublic(each.getModifiers()))
            .flatMap(each -> each.getCodeUnits().stream())
            .filter(unit -> isPublic(unit.getModifiers()))
            .flatMap(ArchitectureTest::types)
            .map(JavaClass::getName))
        .isNotEmpty()
        .noneMatch(type -> type.startsWith(ROOT + ".internal"))
        .noneMatch(type -> type.startsWith("mockwebserver3"));
  }

  private static boolean isPublic(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC);
  }

  private static Stream<JavaClass> types(JavaCodeUnit unit) {
    List<JavaClass> parameters = unit.getRawParameterTypes();
    return Stream.concat(Stream.of(unit.getRawReturnType()), parameters.stream());
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
