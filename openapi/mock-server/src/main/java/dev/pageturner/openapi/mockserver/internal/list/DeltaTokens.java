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
  private static final Pattern PLAIN =
      Pattern.compile("delta:(\\d{1,18}):(\\d{1,18}):(\\d{0,18}):(.*)");

  /**
   * A place among the changes of a list.
   *
   * @param from the version after which the walk over the changes begins
   * @param after the version of the last change that was told
   * @param upTo the last version of the walk; empty where it begins
   */
  record Since(long from, long after, Optional<Long> upTo) {
    /** {@return the beginning of a walk over the changes after a version} */
    static Since version(long version) {
      return new Since(version, version, Optional.empty());
    }
  }

  String write(Since since) {
    String upTo = since.upTo().map(String::valueOf).orElse("");
    String plain = "delta:" + since.from() + ":" + since.after() + ":" + upTo + ":" + check;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the place of a token, empty for any other text} */
  Optional<Since> read(String token) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(token);
      Matcher form = PLAIN.matcher(new String(plain, StandardCharsets.UTF_8));
      return form.matches() && form.group(4).equals(check)
          ? Optional.of(new Since(
              Long.parseLong(form.group(1)),
              Long.parseLong(form.group(2)),
              Optional.of(form.group(3)).filter(text -> !text.isEmpty()).map(Long::valueOf)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
