package dev.pageturner.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Where in a JSON document a value is: a chain of names, indexes and choices by a member's value.
 *
 * <p>Immutable, and equal to a path of the same steps however it was spelled.
 */
public final class PathExpression {
  private static final PathExpression ROOT = new PathExpression(List.of());

  /** One step down. */
  public sealed interface Step permits Name, Index, Where {}

  /**
   * To the member of an object.
   *
   * @param name the member's name
   */
  public record Name(String name) implements Step {
    /** Checks that there is a name. */
    public Name {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * To the element of an array, or to the member of an object that has the number as its name: a
   * JSON Pointer does not tell the two apart.
   *
   * @param index the number of the element from 0, or from the end: -1 is the last
   */
  public record Index(int index) implements Step {}

  /**
   * To the first element or member that is an object with a certain member, or with that value in
   * an array as the member.
   *
   * @param name the name of that member
   * @param value its value
   */
  public record Where(String name, Literal value) implements Step {
    /** Checks that both are there. */
    public Where {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A value in a filter, which equals values of its own kind only (RFC 9535, section 2.3.5.2.2).
   *
   * @param isText whether it is a string, and {@code text} its content; else {@code text} is a
   *     number, {@code true}, {@code false} or {@code null} as JSON
   * @param text the value
   */
  public record Literal(boolean isText, String text) {
    /** Checks that there is a text. */
    public Literal {
      Objects.requireNonNull(text, "text");
    }
  }

  private final List<Step> steps;

  private PathExpression(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** {@return the path of these steps} */
  public static PathExpression of(List<Step> steps) {
    return steps.isEmpty() ? ROOT : new PathExpression(steps);
  }

  /**
   * Reads a path, in one of three spellings.
   *
   * <ul>
   *   <li>JSONPath, where it leads to one value (RFC 9535, singular queries): {@code $},
   *       {@code $.meta.next}, {@code $['@odata.nextLink']}, {@code $.data[-1].id}. And one filter,
   *       {@code $.link[?@.relation=='next'].url}, whose value is a string, a number, {@code true},
   *       {@code false} or {@code null}; numbers are equal if their values are. Shorter, and not in
   *       that RFC: {@code $.link[?relation=next].url}. After one {@code =} a string that is a name
   *       needs no quotes. Names after a dot may hold {@code -} too.
   *   <li>The same without {@code $.} in front: {@code meta.next}. A dot always separates, so a
   *       name that has one needs brackets: {@code ['@odata.nextLink']}.
   *   <li>A JSON Pointer (RFC 6901), which begins with {@code /}: {@code /meta/next}. The empty
   *       text is the root, as that RFC says.
   * </ul>
   *
   * <p>An index beyond the range of {@code int} is read as the last of that range: it finds
   * nothing.
   *
   * @param text the path
   * @return the path
   * @throws IllegalArgumentException if the text is none of these; the message says what is wrong,
   *     or not supported (wildcards, slices, {@code ..}, several selectors), and at which index
   */
  public static PathExpression parse(String text) {
    if (text.isEmpty() || text.charAt(0) == '/') {
      return of(JsonPointer.parse(text));
    }
    return of(new JsonPathParser(text).parse());
  }

  /** {@return the steps, from the root of the document} */
  public List<Step> steps() {
    return steps;
  }

  /** {@return whether this is the whole document} */
  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** {@return whether {@code base} is this path or leads to a value around it} */
  public boolean startsWith(PathExpression base) {
    return steps.size() >= base.steps.size()
        && steps.subList(0, base.steps.size()).equals(base.steps);
  }

  /**
   * Leaves out the beginning of this path.
   *
   * @param base the beginning
   * @return the rest, which leads from the value at {@code base} to the same place
   * @throws IllegalArgumentException if this path does not start with {@code base}
   */
  public PathExpression relativeTo(PathExpression base) {
    if (!startsWith(base)) {
      throw new IllegalArgumentException(this + " does not start with " + base);
    }
    return of(steps.subList(base.steps.size(), steps.size()));
  }

  /** {@return the path to the member {@code name} of the value here} */
  public PathExpression child(String name) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Name(name));
    return of(longer);
  }

  /**
   * Looks for the value in one document. Reads only up to the value's end, and skips what is not on
   * the way. Of two members with the same name the first one counts.
   *
   * @param json a JSON document in UTF-8
   * @return the value's JSON text, exactly as it stands there, or null if the document has no value
   *     at this path, be it that a step is missing or that it is of another type
   * @throws IOException if the source fails, or if what was read of it is not JSON or is nested
   *     more than 255 levels deep
   */
  public @Nullable String find(BufferedSource json) throws IOException {
    try {
      return PathSearch.find(JsonReader.of(json), steps);
    } catch (JsonDataException e) {
      // Of the reader's own errors only too deep a nesting is left; its message is as long as that.
      throw new JsonEncodingException("JSON nested more than 255 levels deep");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathExpression path && steps.equals(path.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  /** {@return this path as JSONPath: plain names after dots, all others in brackets} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("$");
    for (Step step : steps) {
      PathText.append(text, step);
    }
    return text.toString();
  }
}
