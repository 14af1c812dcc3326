package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.pageturner.internal.json.Strictness;
import dev.pageturner.json.generated.Member.Presence;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object that a model has, one after the other, and from them its adapter.
 *
 * <p>A model that is received is read leniently, unless the exact adapters of the client are
 * strict: a required member that is missing or null, and a value that is not of its member's type,
 * are taken as absent and told by a warning. One that is only sent is read strictly.
 */
public final class Members {
  private final Moshi moshi;
  private final boolean strict;
  private final List<Member> members = new ArrayList<>();
  private @Nullable JsonAdapter<Object> others;

  private Members(Moshi moshi, boolean strict) {
    this.moshi = moshi;
    this.strict = strict;
  }

  /** {@return the members of a model that the client receives; none yet} */
  public static Members received(Moshi moshi) {
    return new Members(moshi, Strictness.of(moshi) == Strictness.STRICT);
  }

  /** {@return the members of a model that the client only sends; none yet} */
  public static Members sent(Moshi moshi) {
    return new Members(moshi, true);
  }

  /** {@return the type of a list} */
  public static Type list(Type element) {
    return Types.newParameterizedType(List.class, element);
  }

  /** {@return the type of a map whose keys are text} */
  public static Type map(Type value) {
    return Types.newParameterizedType(Map.class, String.class, value);
  }

  /** Adds a member that may be missing. */
  public Member optional(String name, Type type) {
    return add(name, type, Presence.OPTIONAL);
  }

  /** Adds a member that has to be there, and not to be null. */
  public Member required(String name, Type type) {
    return add(name, type, Presence.REQUIRED);
  }

  /** Adds a member that has to be there, and may be null. */
  public Member nullable(String name, Type type) {
    return add(name, type, Presence.NULLABLE);
  }

  /** Adds a member whose null is another thing than nothing, held as an {@code Optional}. */
  public Member clearable(String name, Type type) {
    return add(name, type, Presence.CLEARABLE);
  }

  private Member add(String name, Type type, Presence presence) {
    Member member = new Member(name, type, Adapters.of(moshi, type, strict), presence);
    members.add(member);
    return member;
  }

  /** Keeps the members without a name here, in a map that is the last of the values. */
  public void others(Type type) {
    others = Adapters.of(moshi, type, strict);
  }

  /**
   * {@return the adapter}
   *
   * @param make makes the model of its values
   * @param values takes the values out of a model
   */
  public <T> JsonAdapter<T> adapter(
      Function<Values, T> make, Function<T, @Nullable Object[]> values) {
    JsonReader.Options names =
        JsonReader.Options.of(members.stream().map(Member::name).toArray(String[]::new));
    return new ModelAdapter<>(members.toArray(new Member[0]), names, others, strict, make, values);
  }
}
