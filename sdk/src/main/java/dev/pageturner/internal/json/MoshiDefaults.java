package dev.pageturner.internal.json;

import com.squareup.moshi.Moshi;
import dev.pageturner.json.ExactJson;
import org.jspecify.annotations.Nullable;

/** The adapters that every client has. */
public final class MoshiDefaults {
  private MoshiDefaults() {}

  /** {@return the application's Moshi, or an empty one, with our adapters behind its own} */
  public static Moshi on(@Nullable Moshi moshi) {
    Moshi.Builder builder = moshi == null ? new Moshi.Builder() : moshi.newBuilder();
    return builder.addLast(ExactJson.factory()).build();
  }
}
