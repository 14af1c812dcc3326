package dev.pageturner.internal.json;

import com.squareup.moshi.JsonReader;
import dev.pageturner.internal.json.PathExpression.Index;
import dev.pageturner.internal.json.PathExpression.Literal;
import dev.pageturner.internal.json.PathExpression.Name;
import dev.pageturner.internal.json.PathExpression.Step;
import dev.pageturner.internal.json.PathExpression.Where;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Follows the steps of a path through a document, forwards only. */
final class PathSearch {
  // The JDK reads digits in quadratic time.
  private static final int LONGEST_NUMBER = 10_000;

  private PathSearch() {}

  /** The text of the value that the steps lead to; the reader may stand anywhere afterwards. */
  static @Nullable String find(JsonReader json, List<Step> steps) throws IOException {
    if (steps.isEmpty()) {
      return json.nextSource().readUtf8();
    }
    List<Step> rest = steps.subList(1, steps.size());
    return switch (json.peek()) {
      case BEGIN_OBJECT -> inObject(json, steps.get(0), rest);
      case BEGIN_ARRAY -> inArray(json, steps.get(0), rest);
      default -> null;
    };
  }

  private static @Nullable String inObject(JsonReader json, Step step, List<Step> rest)
      throws IOException {
    json.beginObject();
    if (step instanceof Where where) {
      return firstWhere(json, where, rest);
    }
    String wanted =
        step instanceof Name name ? name.name() : Integer.toString(((Index) step).index());
    while (json.hasNext()) {
      if (json.nextName().equals(wanted)) {
        return find(json, rest);
      }
      json.skipValue();
    }
    return null;
  }

  private static @Nullable String inArray(JsonReader json, Step step, List<Step> rest)
      throws IOException {
    json.beginArray();
    if (step instanceof Where where) {
      return firstWhere(json, where, rest);
    }
    if (step instanceof Index index) {
      return index.index() >= 0
          ? fromStart(json, index.index(), rest)
          : fromEnd(json, -(long) index.index(), rest);
    }
    return null;
  }

  private static @Nullable String fromStart(JsonReader json, int index, List<Step> rest)
      throws IOException {
    for (int i = 0; json.hasNext(); i++) {
      if (i == index) {
        return find(json, rest);
      }
      json.skipValue();
    }
    return null;
  }

  /** Holds the last elements only, since the end of an array is not known before it comes. */
  private static @Nullable String fromEnd(JsonReader json, long fromEnd, List<Step> rest)
      throws IOException {
    Deque<Buffer> last = new ArrayDeque<>();
    while (json.hasNext()) {
      Buffer element = last.size() < fromEnd ? new Buffer() : last.removeFirst();
      element.clear();
      json.nextSource().readAll(element);
      last.addLast(element);
    }
    return last.size() < fromEnd ? null : find(JsonReader.of(last.removeFirst()), rest);
  }

  /** Looks into each child ahead of reading it: the telling member may stand behind the value. */
  private static @Nullable String firstWhere(JsonReader json, Where where, List<Step> rest)
      throws IOException {
    while (json.hasNext()) {
      if (json.peek() == JsonReader.Token.NAME) {
        json.skipName();
      }
      if (holds(json.peekJson(), where)) {
        String found = find(json.peekJson(), rest);
        if (found != null) {
          return found;
        }
      }
      json.skipValue();
    }
    return null;
  }

  private static boolean holds(JsonReader json, Where where) throws IOException {
    if (json.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return false;
    }
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals(where.name())) {
        return isOrHas(json, where.value());
      }
      json.skipValue();
    }
    return false;
  }

  /** A member that is a list, such as {@code "rel": ["next", "last"]}, is each of its elements. */
  private static boolean isOrHas(JsonReader json, Literal literal) throws IOException {
    if (json.peek() != JsonReader.Token.BEGIN_ARRAY) {
      return equals(json, literal);
    }
    json.beginArray();
    while (json.hasNext()) {
      boolean isValue = equals(json.peekJson(), literal);
      json.skipValue();
      if (isValue) {
        return true;
      }
    }
    return false;
  }

  private static boolean equals(JsonReader json, Literal literal) throws IOException {
    return switch (json.peek()) {
      case STRING -> literal.isText() && literal.text().equals(json.nextString());
      case NUMBER -> !literal.isText() && sameNumber(literal.text(), json.nextString());
      case BOOLEAN, NULL ->
        !literal.isText() && literal.text().equals(json.nextSource().readUtf8());
      default -> false;
    };
  }

  /** By value: 1 is 1.0 is 1e0. */
  private static boolean sameNumber(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return other.length() <= LONGEST_NUMBER && stripped(one).compareTo(stripped(other)) == 0;
    } catch (NumberFormatException notANumberOrTooLarge) {
      return false;
    }
  }

  // So that a comparison costs no more than the digits, whatever the exponents.
  private static BigDecimal stripped(String number) {
    return new BigDecimal(number).stripTrailingZeros();
  }
}
