package dev.pageturner.json.generated;

import org.jspecify.annotations.Nullable;

/** The values of an object's members, in the order in which the members were named. */
public final class Values {
  private final @Nullable Object[] values;

  Values(@Nullable Object[] values) {
    this.values = values;
  }

  /** {@return the value of a member, null without one} */
  // The caller knows the type, since it named the member with it.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  public <V extends @Nullable Object> V at(int index) {
    return (V) values[index];
  }

  /** {@return all values; the last one is the map of other members, if there is one} */
  public @Nullable Object[] all() {
    return values;
  }
}
