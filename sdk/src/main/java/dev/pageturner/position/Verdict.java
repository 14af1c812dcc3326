package dev.pageturner.position;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How far the end of a list can be believed, and why.
 *
 * <p>A traversal that reaches the end of its list judges it by what the server said. Only an end
 * that is {@linkplain Certainty#PROVED proved} is a complete list.
 *
 * @param certainty how far the end can be believed
 * @param reason the signal of the end that was seen, or that none was, in words
 * @param evidence what speaks for more pages, the strongest first; beside a proved end, what the
 *     proof outweighs
 */
public record Verdict(Certainty certainty, String reason, List<Evidence> evidence) {
  /** How far an end can be believed. */
  public enum Certainty {
    /** The end's own signal was seen: the list is complete. */
    PROVED,
    /** No signal of an end was seen, and nothing speaks for more. */
    ASSUMED,
    /** No signal of an end was seen, and something weak speaks for more. */
    IN_DOUBT,
    /** No signal of an end was seen, and the server's own words say that there is more. */
    CONTRADICTED
  }

  /** Copies the evidence. */
  public Verdict {
    Objects.requireNonNull(certainty, "certainty");
    Objects.requireNonNull(reason, "reason");
    evidence = List.copyOf(evidence);
  }

  /** {@return an end whose own signal was seen} */
  public static Verdict proved(String reason) {
    return new Verdict(Certainty.PROVED, reason, List.of());
  }

  /** {@return an end without a signal, of which nothing says that there is more} */
  public static Verdict assumed(String reason) {
    return new Verdict(Certainty.ASSUMED, reason, List.of());
  }

  /** {@return whether the list is complete: its end is proved} */
  public boolean isComplete() {
    return certainty == Certainty.PROVED;
  }

  /** {@return one sentence for people, without a full stop} */
  @Override
  public String toString() {
    String words = evidence.stream().map(Evidence::toString).collect(Collectors.joining("; "));
    return switch (certainty) {
      case PROVED -> "the list is complete: " + reason;
      case ASSUMED -> "nothing says that there is more: " + reason;
      case IN_DOUBT -> "it is in doubt whether the list is complete: " + words;
      case CONTRADICTED -> "the list is not complete: " + words;
    };
  }
}
