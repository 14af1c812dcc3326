package dev.pageturner.openapi.mockserver.internal.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes versions of rows as sync tokens and reads them back.
 *
 * @param check tells the list from others
 */
record DeltaTokens(String check) {
  private static final Pattern PLAIN = Pattern.compile("delta:(\\d{1,18}):(\\d{0,18}):(.*)");

  /**
   * A place among the changes of a list.
   *
   * @param after the version of the last change that was told
   * @param upTo the last version of this walk over the changes; empty where it begins
   */
  record Since(long after, Optional<Long> upTo) {}

  String write(Since since) {
    String plain =
        "delta:" + since.after() + ":" + since.upTo().map(String::valueOf).orElse("") + ":" + check;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the place of a token, empty for any other text} */
  Optional<Since> read(String token) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(token);
      Matcher form = PLAIN.matcher(new String(plain, StandardCharsets.UTF_8));
      return form.matches() && form.group(3).equals(check)
          ? Optional.of(new Since(
              Long.parseLong(form.group(1)),
              form.group(2).isEmpty()
                  ? Optional.empty()
                  : Optional.of(Long.parseLong(form.group(2)))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
