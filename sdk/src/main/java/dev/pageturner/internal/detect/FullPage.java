package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Evidence.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a page is as full as it can be: as was asked, as the response repeats, or as usual. */
final class FullPage {
  /** Page sizes that servers choose by themselves. */
  static final Set<Long> USUAL_SIZES = Set.of(
      10L, 15L, 20L, 25L, 30L, 40L, 50L, 60L, 100L, 200L, 250L, 300L, 500L, 1000L, 2000L, 5000L,
      10_000L);

  /** Below, a list that is shorter than the page asked for is more likely than a server's cap. */
  private static final long LEAST_CAP = 20;

  private static final Pattern RANGE = Pattern.compile("(?:\\w+=)?(\\d{1,9})-(\\d{1,9})");
  private static final Pattern PREFERENCE = Pattern.compile("maxpagesize=\"?(\\d{1,9})");

  private FullPage() {}

  /** A page size and the place that names it. */
  record Size(long items, String where) {}

  static Optional<Evidence> find(EndFacts facts, List<Statement> statements) {
    long count = facts.read().count();
    if (count == 0) {
      return Optional.empty();
    }
    Optional<Size> asked = asked(facts);
    Optional<Size> repeated = repeated(statements);
    if (asked.isPresent() && count < asked.get().items()) {
      return capped(facts, asked.get(), repeated);
    }
    return asked
        .or(() -> repeated)
        .map(size -> count >= size.items() ? full(size.where(), size.items(), count) : null)
        .or(() -> asked.isEmpty() && repeated.isEmpty() && USUAL_SIZES.contains(count)
            ? Optional.of(new Evidence(
                Kind.FULL_PAGE,
                ItemsPath.of(facts.page().items()).text(),
                count + " items, which is a usual page size"))
            : Optional.empty());
  }

  private static Evidence full(String where, long size, long count) {
    return new Evidence(
        Kind.FULL_PAGE, where, "a page has " + size + " items, and " + count + " came");
  }

  private static Optional<Evidence> capped(EndFacts facts, Size asked, Optional<Size> repeated) {
    long count = facts.read().count();
    // After a fuller page, this one is not cut but the last.
    if (facts.read().largestPage() > count) {
      return Optional.empty();
    }
    boolean cut = repeated
        .map(size -> size.items() < asked.items() && count >= size.items())
        .orElse(count >= LEAST_CAP && USUAL_SIZES.contains(count));
    return cut
        ? Optional.of(new Evidence(
            Kind.CAPPED_PAGE,
            repeated.map(Size::where).orElse(asked.where()),
            asked.items() + " items were asked for, " + count + " came, as if the page was cut"))
        : Optional.empty();
  }

  /** {@return the page size that was asked for} */
  static Optional<Size> asked(EndFacts facts) {
    if (facts.askedSize() > 0) {
      return Optional.of(new Size(facts.askedSize(), "the request"));
    }
    return inQuery(facts.call()).or(() -> inBody(facts.call())).or(() -> inHeaders(facts.call()));
  }

  private static Optional<Size> inQuery(ApiCall call) {
    return call.url().queryParameterNames().stream()
        .filter(Detector::isSizeParameter)
        .flatMap(name -> size(call.url().queryParameter(name), "query " + name).stream())
        .findFirst();
  }

  private static Optional<Size> inBody(ApiCall call) {
    List<Size> sizes = new ArrayList<>();
    addSizes(BodyValues.members(call), sizes, 0);
    return sizes.stream().findFirst();
  }

  /** GraphQL and search requests keep the size below the root. */
  private static void addSizes(Map<String, String> members, List<Size> sizes, int depth) {
    members.forEach((name, json) -> {
      if (Detector.isSizeParameter(name)) {
        size(BodyValues.text(json), "body " + name).ifPresent(sizes::add);
      } else if (json.startsWith("{") && depth < 3) {
        addSizes(JsonMembers.of(json), sizes, depth + 1);
      }
    });
  }

  private static Optional<Size> inHeaders(ApiCall call) {
    for (String name : call.headers().names()) {
      String value = String.join(",", call.headers().values(name));
      String plain = name.toLowerCase(Locale.ROOT);
      String where = "request header " + name;
      Matcher range = RANGE.matcher(value);
      Matcher preference = PREFERENCE.matcher(value);
      if (plain.equals("range") && !value.startsWith("bytes") && range.matches()) {
        long size = Long.parseLong(range.group(2)) - Long.parseLong(range.group(1)) + 1;
        return size > 0 ? Optional.of(new Size(size, where)) : Optional.empty();
      } else if (plain.equals("prefer") && preference.find()) {
        return size(preference.group(1), where);
      } else if (Detector.isSizeParameter(plain.replaceFirst("^x-", ""))) {
        return size(value, where);
      }
    }
    return Optional.empty();
  }

  static Optional<Size> repeated(List<Statement> statements) {
    return statements.stream()
        .filter(Statement::near)
        .filter(each -> isSize(each.words()))
        .flatMap(each -> size(each.text(), each.where()).stream())
        .findFirst();
  }

  /** {@code count} is as often the number of items, and {@code size} that of all of them. */
  private static boolean isSize(List<String> words) {
    return words.equals(List.of("limit"))
        || words.equals(List.of("pagelen"))
        || (words.contains("per") && words.contains("page"))
        || (words.contains("page") && (words.contains("size") || words.contains("limit")))
        || (words.contains("max") && (words.contains("results") || words.contains("items")));
  }

  private static Optional<Size> size(@Nullable String text, String where) {
    return Detector.number(text).filter(size -> size > 0).map(size -> new Size(size, where));
  }

  /** {@return the size of a full page: asked, repeated, or that of the largest page} */
  static OptionalLong known(EndFacts facts, List<Statement> statements) {
    Optional<Size> said = asked(facts).or(() -> repeated(statements));
    boolean compared = facts.read().largestPage() > facts.read().count();
    return said.map(size -> OptionalLong.of(size.items()))
        .orElse(compared ? OptionalLong.of(facts.read().largestPage()) : OptionalLong.empty());
  }
}
