package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.mockserver.internal.sample.Draw;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that is a cursor: the members that the document demands, one of which holds the place.
 *
 * @param whole the object
 * @param member which member of it holds the place
 */
record CursorHolder(RawJson whole, String member) {
  /** What holds the place where the document names no member. */
  private static final String UNNAMED = "position";

  /** {@return the holder, where a cursor is an object; the samples are locked by the caller} */
  static Optional<CursorHolder> of(Described said, Samples samples, long seed) {
    boolean object = said.isOf("object") && !said.isOf("string");
    Optional<String> member = member(said);
    if (!object || member.isEmpty()) {
      return Optional.empty();
    }
    RawJson whole = samples.of(said.schemas()).value(Draw.of(seed, "cursor", 0).sparse());
    return Optional.of(new CursorHolder(
        whole.kind() == RawJson.Kind.OBJECT ? whole : RawJson.ofObject(Map.of()), member.get()));
  }

  private static Optional<String> member(Described said) {
    Optional<String> named =
        said.names().stream().filter(name -> isFree(said.member(name))).findFirst();
    return named.isPresent() || !said.names().isEmpty() || said.isClosed()
        ? named
        : Optional.of(UNNAMED);
  }

  private static boolean isFree(Described member) {
    boolean countable = member.isOf("string") || member.isOf("integer");
    return countable && !member.isEnum() && !member.isHidden();
  }

  /** {@return the object with a place in it} */
  RawJson with(RawJson place) {
    return Steps.put(whole, List.of(member), place);
  }

  /** {@return the place in an object that a client sent back as text} */
  Optional<String> place(String text) {
    try {
      RawJson json = RawJson.parse(text);
      return json.kind() == RawJson.Kind.OBJECT
          ? json.get(member).map(PlainText::of)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
