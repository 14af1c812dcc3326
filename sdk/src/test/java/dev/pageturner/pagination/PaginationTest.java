package dev.pageturner.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaginationTest {
  private static final Map<String, UnaryOperator<Pagination.Builder>> MUTATIONS = mutations();
  private static final Set<String> OF_POSITIONS = Set.of("items", "next", "carrier", "overlap");

  private static Map<String, UnaryOperator<Pagination.Builder>> mutations() {
    Map<String, UnaryOperator<Pagination.Builder>> all = new LinkedHashMap<>();
    all.put("items", b -> b.items(new Items.ValuesOf(JsonPath.of("$.data"))));
    all.put("next", b -> b.next(new Next.Cursor(List.of(Source.header("X-Next")))));
    all.put("carrier", b -> b.carrier(Carrier.form("cursor")));
    all.put("hasMore", b -> b.hasMore(new Flag(Source.body("$.more"), true)));
    all.put("totalItems", b -> b.totalItems(Source.body("$.count")));
    all.put("totalPages", b -> b.totalPages(Source.body("$.count")));
    all.put("endRules", b -> b.endRule(EndRule.CONSTANT_CURSOR));
    all.put("endStatuses", b -> b.endStatus(404));
    all.put("pageSize", b -> b.pageSize(new PageSize(Carrier.query("limit"), 100, 50)));
    all.put("firstCursor", b -> b.firstCursor("*"));
    all.put("followingMethod", b -> b.followingMethod("POST"));
    all.put("followingPath", b -> b.followingPath("more"));
    all.put("kept", b -> b.kept(Kept.nothing()));
    all.put("linkRewrite", b -> b.linkRewrite(new LinkRewrite("/", "/api")));
    all.put("overlap", b -> b.overlap("$.id"));
    all.put("extraItem", b -> b.extraItem(true));
    all.put("error", b -> b.error("$.error"));
    all.put("sync", b -> b.sync(Sync.token("$.nextSyncToken", "syncToken")));
    return all;
  }

  private static Pagination base() {
    return Pagination.cursor("$.next", "cursor").items("$.data").pageSize("limit", 100);
  }

  static Stream<String> properties() {
    return Arrays.stream(Pagination.class.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .map(field -> field.getName());
  }

  private static Pagination mutated(String property) {
    return MUTATIONS.get(property).apply(base().newBuilder()).build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("properties")
  void eachPropertyCountsForEqualityAndIsShown(String property) {
    Pagination other = mutated(property);
    assertThat(other).isNotEqualTo(base());
    assertThat(other.toString()).isNotEqualTo(base().toString());
    assertThat(other).isEqualTo(mutated(property)).hasSameHashCodeAs(mutated(property));
    assertThat(other.newBuilder().build()).isEqualTo(other).hasToString(other.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("properties")
  void onlyWhatGivesPositionsTheirMeaningIsPartOfTheIdentity(String property) {
    boolean same = mutated(property).identity().equals(base().identity());
    assertThat(same).isNotEqualTo(OF_POSITIONS.contains(property));
  }

  @Test
  void theUsualSizeCounts() {
    PageSize usual = new PageSize(Carrier.query("limit"), 100, 20);
    assertThat(base().newBuilder().pageSize(usual).build()).isNotEqualTo(base());
  }

  @Test
  void namesThatHoldACommaAreNotTwoNames() {
    Set<String> texts = Stream.of(
            Carrier.query("a", "b"), Carrier.query("a, b"), Carrier.query("\"a\", b"))
        .map(Carrier::toString)
        .collect(Collectors.toSet());
    assertThat(texts).hasSize(3);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "//h/x", "http://h/x", "a:b", "x?y", "x#y", "a\\b", "a b", "a\nb"})
  void anotherPathStaysOnTheOriginAndHasNoQuery(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> base().followingPath(path));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/x", "x/y", "../x", "./a:b", "/a:b", "x%20y", "continue"})
  void anotherPathIsAbsoluteOrRelative(String path) {
    assertThat(base().followingPath(path).followingPath()).contains(path);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "h", "//h", "ftp://h", "http://", "http://u:p@h", "/a?b", "/a b"})
  void aPrefixOfLinksIsAnOriginOrAPath(String prefix) {
    assertThatIllegalArgumentException().isThrownBy(() -> base().rewriteLinks(prefix, "/"));
    assertThatIllegalArgumentException().isThrownBy(() -> base().rewriteLinks("/", prefix));
  }

  @Test
  void choicesThatDoNotFitEachOtherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pagination.pageNumber("page", 1).overlap("$.id"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> base().endRule(EndRule.CONSTANT_CURSOR).endRule(EndRule.REPEATED_CURSOR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pagination.cursor(Source.body("$.next"), Carrier.body("cursor"))
            .newBuilder()
            .followingMethod("get")
            .build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> base().newBuilder().followingMethod("GET /").build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageSize(Carrier.query("a", "b"), 0, 0));
  }
}
