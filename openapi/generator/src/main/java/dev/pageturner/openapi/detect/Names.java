package dev.pageturner.openapi.detect;

import java.util.regex.Pattern;

/** A vocabulary: joined names, some of them patterns. */
final class Names {
  private final Pattern pattern;

  private Names(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Makes a vocabulary of {@code words} separated by white space. */
  static Names of(String words) {
    return new Names(Pattern.compile(words.strip().replaceAll("\\s+", "|")));
  }

  boolean contain(Name name) {
    return contain(name.joined());
  }

  /** {@return whether {@code joined}, a name without its spelling, is in the vocabulary} */
  boolean contain(String joined) {
    return pattern.matcher(joined).matches();
  }
}
