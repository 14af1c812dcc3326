package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Source;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The values outside of the items, by the plain form of their names: lower case, no signs. */
final class BodyValues {
  private final Outline outline;
  private final ApiCall call;
  private final Map<String, String> payload;
  private final List<Statement> statements;

  BodyValues(Outline outline, ApiCall call, List<Statement> statements) {
    this.statements = statements;
    this.outline = outline;
    this.call = call;
    this.payload = members(call);
  }

  /** What a body holds that is no JSON object does not matter here. */
  static Map<String, String> members(ApiCall call) {
    try {
      return call.payload() == null
          ? Map.of()
          : JsonMembers.of(call.payload().bytes().utf8());
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-]", "");
  }

  /** {@return everything that the response says outside of its items} */
  List<Statement> statements() {
    return statements;
  }

  /** {@return what the body says outside of its items} */
  Stream<Statement> members() {
    return statements.stream().filter(each -> !each.isHeader());
  }

  /**
   * {@return the value with one of the names, the first name first; a name of one word counts only
   * near the items or in an object that speaks of pages}
   */
  Optional<Statement> named(Collection<String> plainNames) {
    return plainNames.stream()
        .flatMap(name -> members().filter(each -> each.plainName().equals(name)))
        .filter(each -> each.near() || each.words().size() > 1)
        .findFirst();
  }

  Map<PathExpression, String> all() {
    return outline.scalars();
  }

  /**
   * {@return the flag that says whether there are more pages, by a name that means nothing else}
   */
  Optional<Flag> exactFlag() {
    return flagWhere((each, said) -> said.exact());
  }

  /** {@return the exact flag, or else the one that says so by one vague word near the items} */
  Optional<Flag> anyFlag() {
    return exactFlag()
        .or(() -> flagWhere((each, said) -> !said.exact() && FlagWords.isClear(each, said)));
  }

  /**
   * {@return the flag of one vague word that agrees with the next position beside it} One that says
   * that there are no more pages is of something else.
   */
  Optional<Flag> agreeingFlag() {
    return flagWhere((each, said) -> !said.exact() && each.near() && said.more());
  }

  private Optional<Flag> flagWhere(BiPredicate<Statement, FlagWords.Said> taken) {
    return members()
        .flatMap(each -> FlagWords.of(each, Set.of()).stream()
            .filter(said -> taken.test(each, said))
            .map(said ->
                new Flag(Source.body(each.where()), said.more() != each.truth().orElse(false))))
        .findFirst();
  }

  /** {@return whether there is a flag, and it promises more pages} */
  boolean saysMore() {
    return members()
        .flatMap(each ->
            FlagWords.of(each, Set.of()).stream().filter(said -> FlagWords.isClear(each, said)))
        .anyMatch(FlagWords.Said::more);
  }

  /** {@return where the number of all items is} */
  Optional<String> total() {
    return members()
        .filter(each -> Counts.kindOf(each, Set.of()).equals(Optional.of(Counts.Kind.ITEMS)))
        .filter(each -> each.number().isPresent() && !isTotalObject(each))
        .map(Statement::where)
        .findFirst()
        .or(this::totalObject)
        .or(this::count);
  }

  /** {@return where the number of all items is, in the body or in a header} */
  Optional<Source> totalSource() {
    return total()
        .map(Source::body)
        .or(() -> statements.stream()
            .filter(Statement::isPlainHeader)
            .filter(each -> Counts.kindOf(each, Set.of()).equals(Optional.of(Counts.Kind.ITEMS)))
            .map(each -> Source.header(each.headerName()))
            .findFirst());
  }

  private static boolean isTotalObject(Statement statement) {
    return Outline.nameOf(PathExpression.parse(statement.where())).equals("value");
  }

  /** Elasticsearch: {@code "total": {"value": 9, "relation": "eq"}}. */
  private Optional<String> totalObject() {
    return outline.objects().stream()
        .filter(path -> plain(Outline.nameOf(path)).equals("total"))
        .filter(path -> outline.scalars().containsKey(path.child("value")))
        .map(PathExpression::toString)
        .findFirst();
  }

  /** A count is that of the page, unless it stands beside the links from page to page. */
  private Optional<String> count() {
    PathExpression count = PathExpression.parse("$.count");
    boolean links = Stream.of("next", "previous")
        .allMatch(name -> outline.scalars().containsKey(PathExpression.parse("$." + name)));
    return links && isNumber(outline.scalars().getOrDefault(count, ""))
        ? Optional.of(count.toString())
        : Optional.empty();
  }

  /** {@return the number of all items, if it stands in the body} */
  Optional<Long> totalValue() {
    return total()
        .map(path -> outline.scalars().get(PathExpression.parse(path)))
        .flatMap(json -> Detector.number(text(json)));
  }

  static boolean isNumber(String json) {
    return json.matches("\"?\\d{1,18}\"?");
  }

  static String text(String json) {
    return json.replaceAll("^\"|\"$", "");
  }

  /** {@return the request's own parameter of one of these names, in their order} */
  Optional<String> requestParameter(Collection<String> plainNames) {
    Set<String> own = new LinkedHashSet<>(call.url().queryParameterNames());
    own.addAll(payload.keySet());
    return plainNames.stream()
        .flatMap(plain -> own.stream().filter(name -> plain(name).equals(plain)))
        .findFirst();
  }

  /** GraphQL takes values beside its query, not in it. */
  private String inVariables() {
    boolean graphQl = payload.containsKey("query") && payload.containsKey("variables");
    return graphQl ? "variables." : "";
  }

  /** {@return whether the request has parameters such as {@code page[size]}} */
  boolean hasBrackets() {
    return call.url().queryParameterNames().stream().anyMatch(name -> name.startsWith("page["));
  }

  /** {@return how this request would carry a value: in its query, or in its body if it has one} */
  Carrier carrier(String parameter) {
    boolean inQuery = call.url().queryParameterNames().contains(parameter);
    boolean inBody = call.payload() != null && !inQuery;
    return inBody ? Carrier.body(inVariables() + parameter) : Carrier.query(parameter);
  }
}
