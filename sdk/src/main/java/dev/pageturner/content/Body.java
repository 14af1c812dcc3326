package dev.pageturner.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The body of a request that is not plain {@code application/json}. Immutable. */
public sealed interface Body {
  /**
   * JSON under a media type of its own.
   *
   * @param mediaType the media type, such as {@code application/merge-patch+json}
   * @param value what an adapter can write
   */
  record Json(String mediaType, Object value) implements Body {}

  /**
   * Text.
   *
   * @param mediaType the media type; sent as UTF-8 unless it says otherwise
   * @param text the text
   */
  record Text(String mediaType, String text) implements Body {}

  /**
   * Bytes.
   *
   * @param mediaType the media type, unless the upload says another one
   * @param content the bytes
   */
  record Binary(String mediaType, Upload content) implements Body {}

  /**
   * A form, {@code application/x-www-form-urlencoded}.
   *
   * @param value an object: a map, or what an adapter writes as one; its members are the fields,
   *     null is left out
   * @param styles how fields are written; unless said, a list of texts as {@code id=1&id=2}, and
   *     what is nested deeper as {@code item[0][name]=…}
   */
  record Form(Object value, Map<String, ParameterStyle> styles) implements Body {
    /** Copies the styles. */
    public Form {
      styles = Map.copyOf(styles);
    }

    /** {@return this form with a field written in a style} */
    public Form style(String field, ParameterStyle style) {
      Map<String, ParameterStyle> all = new TreeMap<>(styles);
      all.put(field, style);
      return new Form(value, all);
    }
  }

  /**
   * Several parts, {@code multipart/form-data} (RFC 7578).
   *
   * @param mediaType the media type without its boundary
   * @param parts the parts, in order
   */
  record Multipart(String mediaType, List<Part> parts) implements Body {
    /** Copies the parts. */
    public Multipart {
      parts = List.copyOf(parts);
    }

    /**
     * {@return this body with one more part, or several of that name for a list; as it is if the
     * value is null}
     *
     * @param name the part's name
     * @param value an {@link Upload}, text, a number, a list of those, or an object, which is sent
     *     as JSON
     */
    public Multipart part(String name, @Nullable Object value) {
      return part(name, value, "");
    }

    /** {@return this body with one more part of a media type; as it is if the value is null} */
    public Multipart part(String name, @Nullable Object value, String mediaType) {
      if (value == null) {
        return this;
      }
      List<Part> all = new ArrayList<>(parts);
      all.add(new Part(name, value, mediaType));
      return new Multipart(this.mediaType, all);
    }
  }

  /**
   * A part of a body.
   *
   * @param name its name
   * @param value its content
   * @param mediaType its media type, empty for the one that fits the content
   */
  record Part(String name, Object value, String mediaType) {
    /** Checks that there is a value. */
    public Part {
      Objects.requireNonNull(value, name);
    }
  }

  /** {@return a form of the members of an object} */
  static Form form(Object value) {
    return new Form(value, Map.of());
  }

  /** {@return a body of parts, none so far} */
  static Multipart multipart() {
    return new Multipart("multipart/form-data", List.of());
  }
}
