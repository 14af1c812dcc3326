package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import java.util.Optional;

/** Texts: the document's example, else one of the format or pattern, else words. */
final class TextSample implements Sample {
  private static final int NUMBERS = 100_000;

  /** Texts that have to be longer are not: a page of them would be of no use. */
  static final int LONGEST = 10_000;

  private final Optional<RawJson> example;
  private final Optional<TextForm> form;
  private final int least;
  private final int most;

  TextSample(Merged schema, Optional<RawJson> example) {
    this.example = example;
    this.least = schema.atLeast("minLength");
    this.most = schema.atMost("maxLength");
    boolean shaped = schema.has("pattern") || schema.has("format");
    this.form = shaped && example.isEmpty() ? TextForms.of(schema, "text") : Optional.empty();
  }

  @Override
  public RawJson value(Draw draw) {
    if (example.isPresent()) {
      return example.get();
    }
    Optional<String> formed = form.map(one -> one.text(draw.below(NUMBERS)));
    return RawJson.of(formed
        .map(text -> text.substring(0, draw.length(text.length())))
        .orElseGet(() -> words(draw)));
  }

  private String words(Draw draw) {
    StringBuilder text = new StringBuilder(Texts.words(draw.bits()));
    int length = draw.length(Math.min(least, LONGEST));
    while (text.length() < length) {
      text.append(' ').append(Texts.words(draw.bits() + text.length()));
    }
    return text.substring(0, Math.min(text.length(), Math.max(most, 0)));
  }
}
