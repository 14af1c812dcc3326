package dev.pageturner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package imports which is said once, in its {@code package-info}, and held here. */
class ArchitectureTest {
  private static final String ROOT = "dev.pageturner";

  private static final JavaClasses SDK = new ClassFileImporter()
      .importUrl(ApiClient.class.getProtectionDomain().getCodeSource().getLocation());

  /** What users bring: the only types of other libraries in a public signature. */
  private static final Set<String> BROUGHT_BY_USERS = Set.of(
      "okhttp3.OkHttpClient",
      "com.squareup.moshi.Moshi",
      "com.squareup.moshi.JsonAdapter$Factory",
      // What adapters are made of, those that users write and those that are generated.
      "com.squareup.moshi.JsonAdapter",
      "com.squareup.moshi.JsonReader",
      "com.squareup.moshi.JsonReader$Options",
      "com.squareup.moshi.JsonWriter",
      "io.github.resilience4j.ratelimiter.RateLimiter",
      "io.micrometer.core.instrument.MeterRegistry");

  @Test
  void eachPackageImportsWhatItSays() {
    Map<String, Set<String>> imports = imports();
    Map<String, Set<String>> said = new TreeMap<>();
    PackageInfo.all()
        .forEach((name, info) ->
            info.imports().ifPresent(packages -> said.put(name, new TreeSet<>(packages))));
    imports.keySet().retainAll(said.keySet());
    assertThat(imports).isEqualTo(said);
  }

  @Test
  void eachPackageIsImportedByWhomItSays() {
    Map<String, Set<String>> importers = new TreeMap<>();
    Map<String, Set<String>> said = new TreeMap<>();
    PackageInfo.all()
        .forEach((name, info) -> info.importedBy().ifPresent(packages -> {
          said.put(name, new TreeSet<>(packages));
          said.get(name).retainAll(imports().keySet()); // Another module has its own test.
          importers.put(name, new TreeSet<>());
        }));
    imports()
        .forEach((name, imported) -> imported.stream()
            .filter(importers::containsKey)
            .forEach(each -> importers.get(each).add(name)));
    assertThat(importers).isEqualTo(said);
  }

  @Test
  void theLayoutInContributingHasTheSameArrows() throws IOException {
    Map<String, Set<String>> layout = new TreeMap<>();
    Pattern.compile("(?m)^  ([a-z.]+) .* → (.*)$")
        .matcher(Files.readString(Path.of("..", "CONTRIBUTING.md")))
        .results()
        .forEach(line -> layout.put(line.group(1), namesIn(line.group(2))));
    Map<String, Set<String>> said = new TreeMap<>();
    PackageInfo.all()
        .forEach((name, info) ->
            info.imports().ifPresent(packages -> said.put(name, new TreeSet<>(packages))));
    assertThat(layout).isEqualTo(said);
  }

  private static Set<String> namesIn(String list) {
    return list.equals("nothing") ? Set.of() : new TreeSet<>(List.of(list.split(", ")));
  }

  @Test
  void eachPackageHasASignpost() {
    Set<String> packages =
        SDK.stream().map(each -> shortName(each.getPackageName())).collect(Collectors.toSet());
    packages.remove("module-info");
    assertThat(PackageInfo.all().keySet()).isEqualTo(packages);
  }

  @Test
  void nothingImportsTheRootPackage() {
    assertThat(imports().values()).allSatisfy(all -> assertThat(all).doesNotContain(""));
  }

  @Test
  void packagesDoNotImportEachOtherInACircle() {
    slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles().check(SDK);
  }

  /** An API package and the internal one whose types its factories make: they count as one. */
  private static final Map<String, String> ONE_ROOM = Map.of(
      ROOT + ".internal.rate", ROOT + ".rate",
      ROOT + ".internal.walk", ROOT + ".page");

  private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass each) {
      return SDK.contain(each.getName())
          ? SliceIdentifier.of(ONE_ROOM.getOrDefault(each.getPackageName(), each.getPackageName()))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  };

  @Test
  void nothingOfAnotherModuleIsUsed() {
    classes()
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(
                "java..",
                "javax.net..",
                "okhttp3..",
                "okio..",
                "kotlin..",
                "com.squareup.moshi..",
                "io.github.resilience4j..",
                "io.micrometer.core..", // In metrics only, and only if the application has it.
                "org.jspecify..")
            .or(describe(
                "are of the sdk",
                each -> SDK.contain(each.getBaseComponentType().getName())
                    || each.getBaseComponentType().isPrimitive())))
        .check(SDK);
  }

  @Test
  void internalTypesAreInNoPublicSignature() {
    assertThat(publicTypes().filter(name -> name.startsWith(ROOT + ".internal")))
        .isEmpty();
  }

  @Test
  void typesOfOtherLibrariesArePublicOnlyWhereUsersBringThem() {
    assertThat(publicTypes()
            .filter(name -> !name.startsWith(ROOT) && !name.startsWith("java."))
            .filter(name -> name.contains(".") && !name.startsWith("org.jspecify."))
            // RateLimiter has its parts in its own signatures.
            .map(name -> name.replaceFirst("(RateLimiter)(Config|\\$.*)$", "$1")))
        .isSubsetOf(BROUGHT_BY_USERS);
  }

  /** The types in the signatures of all that users can reach. */
  private static Stream<String> publicTypes() {
    return SDK.that(not(resideInAnyPackage(ROOT + ".internal.."))).stream()
        .filter(ArchitectureTest::isPublic)
        .flatMap(ArchitectureTest::signatures)
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(type -> type.getBaseComponentType().getName())
        .distinct();
  }

  private static boolean isPublic(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.PUBLIC)
        && each.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }

  private static Stream<JavaType> signatures(JavaClass each) {
    Stream<JavaType> fields =
        each.getFields().stream().filter(f -> isOpen(f.getModifiers())).map(JavaField::getType);
    Stream<JavaType> methods = each.getCodeUnits().stream()
        .filter(unit -> isOpen(unit.getModifiers()))
        .flatMap(ArchitectureTest::signature);
    Stream<JavaType> above =
        Stream.concat(each.getSuperclass().stream(), each.getInterfaces().stream());
    return Stream.of(fields, methods, above).flatMap(types -> types);
  }

  private static Stream<JavaType> signature(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
  }

  private static boolean isOpen(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  /** Package to the packages that it imports, by their short names. */
  private static Map<String, Set<String>> imports() {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (JavaClass each : SDK) {
      Set<String> imported =
          imports.computeIfAbsent(shortName(each.getPackageName()), name -> new TreeSet<>());
      each.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> SDK.contain(target.getName()))
          .map(target -> shortName(target.getPackageName()))
          .forEach(imported::add);
      imported.remove(shortName(each.getPackageName()));
    }
    return imports;
  }

  private static String shortName(String packageName) {
    return packageName.equals(ROOT) ? "" : packageName.replaceFirst("^dev\\.pageturner\\.", "");
  }
}
