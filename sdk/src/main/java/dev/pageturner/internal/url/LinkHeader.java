package dev.pageturner.internal.url;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The {@code Link} fields of a response, RFC 8288.
 *
 * <p>Reads them as its appendix B.2 does, in linear time: a field is read up to what is not a link,
 * and the links before that count.
 */
public final class LinkHeader {
  /** What OkHttp reads of all the headers of a response, in characters. */
  private static final int LONGEST = 256 * 1024;

  private static final int MOST_LINKS = 10_000;

  private LinkHeader() {}

  /**
   * One link.
   *
   * @param target the text between the angle brackets, as written
   * @param relations the relation types of the first {@code rel} parameter, as written
   * @param parameters the other parameters by lower-case name, the first of each name; those whose
   *     name ends in {@code *} are decoded (RFC 8187)
   */
  public record Link(String target, List<String> relations, Map<String, String> parameters) {
    /** Copies the collections, in their order. */
    public Link {
      relations = List.copyOf(relations);
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** {@return whether one of the relation types is {@code relation}, in any case} */
    public boolean is(String relation) {
      return relations.stream().anyMatch(relation::equalsIgnoreCase);
    }

    /** Whether the link is from another place than the response, as far as its text tells. */
    private boolean hasAnchor() {
      return !parameters.getOrDefault("anchor", "").isEmpty();
    }

    private boolean isFrom(HttpUrl context) {
      return !hasAnchor() || context.equals(context.resolve(parameters.getOrDefault("anchor", "")));
    }
  }

  /**
   * Reads all links.
   *
   * @param fieldValues the values of all {@code Link} fields, in the order of the response
   * @return the links, in the same order
   * @throws PageturnerException if the fields have more than 256 KiB or 10,000 links; to leave some
   *     out could end a list too early
   */
  public static List<Link> parse(List<String> fieldValues) {
    checkSize(fieldValues.stream().mapToLong(String::length).sum(), LONGEST, "characters");
    List<Link> links = new ArrayList<>();
    for (String value : fieldValues) {
      LinkFieldParser parser = new LinkFieldParser(value);
      while (parser.hasNext()) {
        links.add(parser.next());
        checkSize(links.size(), MOST_LINKS, "links");
      }
    }
    return links;
  }

  private static void checkSize(long size, int most, String unit) {
    if (size > most) {
      throw new PageturnerException.Content(
          Kind.TOO_LARGE, "Link headers of more than " + most + " " + unit, null, null);
    }
  }

  /** {@return the target of the first link to the next page, as written} */
  public static Optional<String> next(List<String> fieldValues) {
    return target(fieldValues, "next");
  }

  /**
   * Looks for the first link of a relation that starts from the response itself: not one with an
   * anchor, which may be any other place.
   *
   * @param fieldValues the values of all {@code Link} fields
   * @param relation a relation type, such as {@code next}; case does not count
   * @return its target, as written
   */
  public static Optional<String> target(List<String> fieldValues, String relation) {
    return targetIn(parse(fieldValues), relation);
  }

  /** {@return the same of links that were read before} */
  public static Optional<String> targetIn(List<Link> links, String relation) {
    return links.stream()
        .filter(link -> link.is(relation) && !link.hasAnchor())
        .map(Link::target)
        .findFirst();
  }

  /**
   * Looks for the first link of a relation that starts from the response itself, which an anchor
   * with the response's own URL says as well.
   *
   * @param fieldValues the values of all {@code Link} fields
   * @param relation a relation type, such as {@code next}; case does not count
   * @param context the URL of the response
   * @return its target, as written
   */
  public static Optional<String> target(
      List<String> fieldValues, String relation, HttpUrl context) {
    return parse(fieldValues).stream()
        .filter(link -> link.is(relation) && link.isFrom(context))
        .map(Link::target)
        .findFirst();
  }
}
