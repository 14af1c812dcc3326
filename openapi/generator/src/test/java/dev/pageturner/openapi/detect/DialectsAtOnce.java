package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * {@link DialectsTest} as one test, for the profile {@code pitest}: what runs for each of some
 * thousand mutants must not be set up a hundred times. No build runs it otherwise.
 */
class DialectsAtOnce {
  @Test
  void eachFamilyIsRecognised() {
    for (Dialects.Dialect dialect : Dialects.all()) {
      assertThat(DialectsTest.wrong(dialect)).as(dialect.name()).isEmpty();
    }
  }
}
