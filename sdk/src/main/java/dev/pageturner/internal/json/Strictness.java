package dev.pageturner.internal.json;

import com.squareup.moshi.Moshi;

/**
 * Whether JSON that is not what its type says is an error, or is read as far as possible. It is a
 * property of the exact adapters of a {@link Moshi}, which answer for this type.
 */
public enum Strictness {
  /** Read as far as possible, and tell. */
  LENIENT,
  /** An error. */
  STRICT;

  /** {@return how the exact adapters of a Moshi read; leniently if it has none} */
  public static Strictness of(Moshi moshi) {
    return moshi.adapter(Strictness.class) instanceof Carrier carrier
        ? carrier.strictness()
        : LENIENT;
  }

  /** An adapter that is asked for what it carries, and reads nothing. */
  public interface Carrier {
    /** {@return how the adapters beside it read} */
    Strictness strictness();
  }
}
