package dev.pageturner;

import com.squareup.moshi.Moshi;
import dev.pageturner.json.ExactJson;
import org.jspecify.annotations.Nullable;

/** The adapters that every client has. */
final class MoshiDefaults {
  private MoshiDefaults() {}

  /** {@return the application's Moshi, or an empty one, with our adapters behind its own} */
  static Moshi on(@Nullable Moshi moshi, boolean strict) {
    Moshi.Builder builder = moshi == null ? new Moshi.Builder() : moshi.newBuilder();
    return builder
        .addLast(strict ? ExactJson.strictFactory() : ExactJson.factory())
        .build();
  }
}
