package dev.pageturner.internal.content;

import dev.pageturner.content.ParameterStyle;
import dev.pageturner.content.ParameterStyle.Form;
import dev.pageturner.internal.text.HeaderText;
import dev.pageturner.internal.url.PercentEncoding;
import dev.pageturner.json.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Parameters as they go out (RFC 6570, and what OpenAPI adds to it).
 *
 * <p>A value is data: it is encoded once, and nothing in it is taken for encoded already. Null, a
 * list and an object without anything in it are not sent.
 */
public final class Parameters {
  private Parameters() {}

  /**
   * {@return the parameters of a query, encoded and joined by {@code &}; empty for none}
   *
   * @param name the parameter's name
   * @param value its value
   * @param style how it is written
   */
  public static String query(String name, RawJson value, ParameterStyle style) {
    UnaryOperator<String> encode =
        style.allowReserved() ? Reserved::inQuery : PercentEncoding::encode;
    return String.join("&", pairs(name, value, style, PercentEncoding::encode, encode));
  }

  /**
   * {@return what takes the place of a path parameter, encoded; empty for nothing}
   *
   * @param name the parameter's name
   * @param value its value
   * @param style how it is written
   */
  public static String path(String name, RawJson value, ParameterStyle style) {
    UnaryOperator<String> encode =
        style.allowReserved() ? Reserved::inPath : PercentEncoding::encode;
    return switch (style.form()) {
      case LABEL -> labelled(value, style, encode);
      case MATRIX -> matrix(name, value, style, encode);
      case JSON -> encode.apply(value.text());
      default -> String.join(",", simple(value, style.explode(), encode));
    };
  }

  /**
   * {@return the value of a header, which is not encoded; empty for nothing}
   *
   * @throws IllegalArgumentException if it holds what no header can
   */
  public static String header(String name, RawJson value, ParameterStyle style) {
    String text = style.form() == Form.JSON
        ? value.text()
        : String.join(",", simple(value, style.explode(), UnaryOperator.identity()));
    return HeaderText.checked(name, text);
  }

  /**
   * {@return the pairs of a {@code Cookie} header (RFC 6265, section 4.2.1), which are not encoded}
   *
   * @throws IllegalArgumentException if a value holds what no cookie can; it is not repeated
   */
  public static String cookie(String name, RawJson value, ParameterStyle style) {
    return String.join(
        "; ",
        pairs(
            name,
            value,
            style,
            Parameters::cookieName,
            text -> HeaderText.checkedCookie(name, text)));
  }

  private static String cookieName(String name) {
    HeaderText.checkedCookie(name, "");
    return name;
  }

  private static List<String> pairs(
      String name,
      RawJson value,
      ParameterStyle style,
      UnaryOperator<String> names,
      UnaryOperator<String> values) {
    List<String> pairs = new ArrayList<>();
    if (style.form() == Form.JSON && !value.isNull()) {
      pairs.add(names.apply(name) + '=' + values.apply(value.text()));
    } else if (style.form() == Form.DEEP_OBJECT) {
      deep(name, value)
          .forEach((key, text) -> pairs.add(names.apply(key) + '=' + values.apply(text)));
    } else if (style.explode() && value.kind() == RawJson.Kind.ARRAY) {
      texts(value).forEach(text -> pairs.add(names.apply(name) + '=' + values.apply(text)));
    } else if (style.explode() && value.kind() == RawJson.Kind.OBJECT) {
      members(value).forEach((key, text) -> pairs.add(names.apply(key) + '=' + values.apply(text)));
    } else {
      List<String> texts = simple(value, false, values);
      if (!texts.isEmpty()) {
        pairs.add(names.apply(name) + '=' + String.join(separator(style.form()), texts));
      }
    }
    return pairs;
  }

  private static String separator(Form form) {
    return switch (form) {
      case SPACE_DELIMITED -> "%20";
      case PIPE_DELIMITED -> "%7C";
      case TAB_DELIMITED -> "%09";
      default -> ",";
    };
  }

  private static String labelled(
      RawJson value, ParameterStyle style, UnaryOperator<String> encode) {
    List<String> texts = simple(value, style.explode(), encode);
    return texts.isEmpty() ? "" : "." + String.join(style.explode() ? "." : ",", texts);
  }

  private static String matrix(
      String name, RawJson value, ParameterStyle style, UnaryOperator<String> encode) {
    StringBuilder path = new StringBuilder();
    if (style.explode() && value.kind() == RawJson.Kind.ARRAY) {
      texts(value).forEach(text -> path.append(matrix(name, encode.apply(text))));
    } else if (style.explode() && value.kind() == RawJson.Kind.OBJECT) {
      members(value).forEach((key, text) -> path.append(matrix(key, encode.apply(text))));
    } else {
      List<String> texts = simple(value, false, encode);
      path.append(texts.isEmpty() ? "" : matrix(name, String.join(",", texts)));
    }
    return path.toString();
  }

  private static String matrix(String name, String encoded) {
    return ";" + PercentEncoding.encode(name) + (encoded.isEmpty() ? "" : "=" + encoded);
  }

  /** The texts between which a separator stands. */
  private static List<String> simple(RawJson value, boolean explode, UnaryOperator<String> encode) {
    List<String> texts = new ArrayList<>();
    if (value.kind() == RawJson.Kind.OBJECT) {
      members(value).forEach((key, text) -> {
        if (explode) {
          texts.add(encode.apply(key) + '=' + encode.apply(text));
        } else {
          texts.add(encode.apply(key));
          texts.add(encode.apply(text));
        }
      });
    } else if (value.kind() == RawJson.Kind.ARRAY) {
      texts(value).forEach(text -> texts.add(encode.apply(text)));
    } else if (!value.isNull()) {
      texts.add(encode.apply(text(value)));
    }
    return texts;
  }

  private static List<String> texts(RawJson array) {
    return array.elements().stream()
        .filter(element -> !element.isNull())
        .map(Parameters::text)
        .toList();
  }

  private static Map<String, String> members(RawJson object) {
    Map<String, String> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> {
      if (!member.isNull()) {
        members.put(name, text(member));
      }
    });
    return members;
  }

  /** What is nested where a style has no place for it is sent as JSON. */
  static String text(RawJson value) {
    return value.kind() == RawJson.Kind.STRING ? value.asString() : value.text();
  }

  /** {@return the texts of a value by their names: {@code filter[id]}, {@code filter[ids][0]}} */
  static Map<String, String> deep(String name, RawJson value) {
    Map<String, String> found = new LinkedHashMap<>();
    if (value.kind() == RawJson.Kind.OBJECT) {
      value.members().forEach((key, member) -> found.putAll(deep(name + '[' + key + ']', member)));
    } else if (value.kind() == RawJson.Kind.ARRAY) {
      List<RawJson> elements = value.elements();
      for (int i = 0; i < elements.size(); i++) {
        found.putAll(deep(name + '[' + i + ']', elements.get(i)));
      }
    } else if (!value.isNull()) {
      found.put(name, text(value));
    }
    return found;
  }
}
