package dev.pageturner.position;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How far the end of a list can be believed, and why.
 *
 * <p>A traversal that reaches the end of its list judges it by what the server said. Only an end
 * that is {@linkplain Certainty#PROVED proved} is a complete list, and only where no item was left
 * out.
 *
 * @param certainty how far the end can be believed
 * @param reason the signal of the end that was seen, or that none was, in words
 * @param evidence what speaks for more pages, the strongest first; beside a proved end, what the
 *     proof outweighs
 * @param omitted the items that this traversal left out, since they did not fit their type
 * @param resynced whether the whole list was read again, for a traversal that syncs: the server no
 *     longer knew where its changes begin, or how to go on. What did not come since
 *     {@code RESYNCED} was told is gone, and nobody reports it
 */
public record Verdict(
    Certainty certainty, String reason, List<Evidence> evidence, long omitted, boolean resynced) {
  /** A verdict on a list that was read as it was asked for. */
  public Verdict(Certainty certainty, String reason, List<Evidence> evidence, long omitted) {
    this(certainty, reason, evidence, omitted, false);
  }

  /** A verdict on a list of which no item was left out. */
  public Verdict(Certainty certainty, String reason, List<Evidence> evidence) {
    this(certainty, reason, evidence, 0);
  }

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

  /** {@return this verdict on a list of which so many items were left out} */
  public Verdict omitting(long items) {
    return new Verdict(certainty, reason, evidence, items, resynced);
  }

  /** {@return this verdict on a list that was read as a whole instead of its changes} */
  public Verdict afterResync() {
    return new Verdict(certainty, reason, evidence, omitted, true);
  }

  /**
   * {@return what can be said of two lists together: the less certain of both ends, and the items
   * left out of both}
   */
  public Verdict and(Verdict other) {
    Verdict weaker = other.certainty.compareTo(certainty) > 0 ? other : this;
    return weaker.omitting(omitted + other.omitted);
  }

  /** {@return whether the list is complete: its end is proved, and no item was left out} */
  public boolean isComplete() {
    return certainty == Certainty.PROVED && omitted == 0;
  }

  /** {@return one sentence for people, without a full stop} */
  @Override
  public String toString() {
    String words = evidence.stream().map(Evidence::toString).collect(Collectors.joining("; "));
    String left = omitted == 0
        ? ""
        : "; " + omitted + " items were left out, since they did not fit their type";
    String again =
        resynced ? "; the whole list was read again, so that what did not come is gone" : "";
    return end(words) + left + again;
  }

  private String end(String words) {
    return switch (certainty) {
      case PROVED -> (omitted == 0 ? "the list is complete: " : "the list has ended: ") + reason;
      case ASSUMED -> "nothing says that there is more: " + reason;
      case IN_DOUBT -> "it is in doubt whether the list is complete: " + words;
      case CONTRADICTED -> "the list is not complete: " + words;
    };
  }
}
