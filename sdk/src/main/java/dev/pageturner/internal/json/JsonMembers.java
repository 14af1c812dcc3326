package dev.pageturner.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import okio.Buffer;
import okio.BufferedSource;

/**
 * JSON objects as texts: their members apart, and with one member set, all else kept as written.
 */
public final class JsonMembers {
  private JsonMembers() {}

  /**
   * {@return the members of an object, each with its JSON text, in order}
   *
   * @throws IllegalArgumentException if the text is not an object
   */
  public static Map<String, String> of(String object) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonReader json = JsonReader.of(new Buffer().writeUtf8(object))) {
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        try (BufferedSource value = json.nextSource()) {
          members.put(name, value.readUtf8());
        }
      }
      json.endObject();
      return members;
    } catch (IOException | JsonDataException e) {
      // The cause would repeat the text.
      throw new IllegalArgumentException("not a JSON object");
    }
  }

  /**
   * {@return an object with a member set, in place or at the end; objects on the way are made}
   *
   * @param object a JSON object
   * @param path names from the object to the member
   * @param value the member's JSON
   * @throws IllegalArgumentException if the text is no object, or the path leads through what is
   *     none
   */
  public static String with(String object, PathExpression path, String value) {
    return with(object, path, 0, value);
  }

  private static String with(String object, PathExpression path, int at, String value) {
    if (!(path.steps().get(at) instanceof PathExpression.Name name)) {
      throw new IllegalArgumentException("only names lead into a request's body: " + path);
    }
    Map<String, String> members = of(object);
    boolean last = at == path.steps().size() - 1;
    String inner = members.getOrDefault(name.name(), "{}");
    String child = last ? value : with(inner.equals("null") ? "{}" : inner, path, at + 1, value);
    members.put(name.name(), child);
    return joined(members);
  }

  /**
   * {@return an object with the members of another one in place of its own, or at its end}
   *
   * @param object a JSON object
   * @param over a JSON object
   * @throws IllegalArgumentException if one of them is no object
   */
  public static String merged(String object, String over) {
    Map<String, String> members = of(object);
    members.putAll(of(over));
    return joined(members);
  }

  /**
   * {@return an object with only those of its own members that have one of these names}
   *
   * @param object a JSON object
   * @param kept says whether a member stays, by its name
   * @throws IllegalArgumentException if the text is no object
   */
  public static String only(String object, Predicate<String> kept) {
    Map<String, String> members = of(object);
    members.keySet().removeIf(kept.negate());
    return joined(members);
  }

  private static String joined(Map<String, String> members) {
    StringBuilder text = new StringBuilder("{");
    members.forEach((name, value) -> {
      text.append(text.length() > 1 ? "," : "").append(quoted(name)).append(':').append(value);
    });
    return text.append('}').toString();
  }

  /** {@return a string as JSON; half a surrogate pair becomes an escape, so that it is kept} */
  public static String quoted(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('"');
    boolean whole = Utf8.firstLoneSurrogate(value) < 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || (!whole && Character.isSurrogate(c))) {
        text.append("\\u%04x".formatted((int) c));
      } else {
        if (c == '"' || c == '\\') {
          text.append('\\');
        }
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
