package dev.pageturner.internal.paging;

import dev.pageturner.internal.http.Payload;
import dev.pageturner.internal.url.PercentEncoding;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form that is a request's body, each as it was written.
 *
 * @param pairs names and values, encoded
 */
record FormFields(List<String> pairs) {
  private static final String TYPE = "application/x-www-form-urlencoded";

  FormFields {
    pairs = List.copyOf(pairs);
  }

  static FormFields none() {
    return new FormFields(List.of());
  }

  static boolean isForm(Payload payload) {
    return payload.contentType().toLowerCase(Locale.ROOT).startsWith(TYPE);
  }

  static FormFields of(Payload payload) {
    String text = payload.bytes().utf8();
    return text.isEmpty() ? none() : new FormFields(List.of(text.split("&", -1)));
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  FormFields only(Predicate<String> kept) {
    return new FormFields(
        pairs.stream().filter(pair -> kept.test(part(pair, 0))).toList());
  }

  /** {@return the value of a field, if there is one} */
  Optional<String> value(String name) {
    return pairs.stream()
        .filter(pair -> part(pair, 0).equals(name))
        .map(pair -> part(pair, 1))
        .findFirst();
  }

  FormFields without(String name) {
    return only(each -> !each.equals(name));
  }

  /** {@return these fields with one that has this value, in place of all of its name} */
  FormFields with(String name, String value) {
    List<String> changed = new ArrayList<>(without(name).pairs);
    changed.add(PercentEncoding.encode(name) + '=' + PercentEncoding.encode(value));
    return new FormFields(changed);
  }

  /** {@return the body, of the media type of another form if there is one} */
  Payload payload(@Nullable Payload before) {
    Payload form = before == null ? Payload.of(TYPE, ByteString.EMPTY) : before;
    return form.with(String.join("&", pairs));
  }

  private static String part(String pair, int index) {
    String[] parts = pair.split("=", 2);
    String part = index < parts.length ? parts[index] : "";
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // The caller's own text, which may be no encoding of anything.
      return part;
    }
  }
}
