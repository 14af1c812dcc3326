package dev.pageturner.laws;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.laws.World.Envelope;
import dev.pageturner.laws.World.Lie;
import dev.pageturner.laws.World.More;
import dev.pageturner.laws.World.Style;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must come of any world: all items, each once, and an end that is believed no further than
 * the server's words go; or an error.
 *
 * <p>Nothing can be asked where a server hides a page and says in so many words that all is well:
 * then the list is what the server says it is.
 */
public final class WorldLaws {
  /** Lies that the server backs with clear words: there, what it says is the list. */
  private static final Set<Lie> SWORN =
      Set.of(Lie.DROPS_A_PAGE, Lie.STOPS_EARLY, Lie.SAYS_TOO_SMALL_A_TOTAL);

  /** Lies under which a page comes again that the caller said is another one. */
  private static final Set<Lie> REPEATING =
      Set.of(Lie.IGNORES_THE_PARAMETER, Lie.REPEATS_THE_LAST_PAGE);

  private final World world;
  private final WorldServer server;
  private final boolean detected;

  WorldLaws(World world, WorldServer server, boolean detected) {
    this.world = world;
    this.server = server;
    this.detected = detected;
  }

  /**
   * What came of a traversal.
   *
   * @param items the JSON of the items
   * @param verdict of its end, null if it did not end
   * @param error what it threw, null for nothing
   */
  public record Outcome(List<String> items, Verdict verdict, PageturnerException error) {}

  /** {@return what is wrong with what came of it} */
  Optional<String> broken(Outcome came) {
    boolean honest = world.lie() == Lie.NONE;
    boolean twice = new HashSet<>(came.items()).size() < came.items().size();
    if (came.error() != null) {
      return brokenByError(came, honest, twice);
    } else if (twice
        && world.lie() != Lie.REPEATS_THE_LAST_PAGE
        && came.verdict().certainty() != Certainty.IN_DOUBT) {
      return Optional.of("items came twice, and the end is " + came.verdict());
    } else if (new HashSet<>(came.items()).containsAll(world.items())) {
      return Optional.empty();
    } else if (honest && !detected) {
      return Optional.of("items are missing, and the end is " + came.verdict());
    }
    return brokenByLoss(came);
  }

  private Optional<String> brokenByError(Outcome came, boolean honest, boolean twice) {
    if (honest && !detected) {
      return Optional.of("an honest list failed: " + came.error().getMessage());
    }
    boolean seen = came.error().kind() == Kind.LOOP || came.error().kind() == Kind.INCOMPLETE;
    boolean told = seen && REPEATING.contains(world.lie());
    return twice && (isGuessed() || !told)
        ? Optional.of("items came twice before " + came.error().getMessage())
        : Optional.empty();
  }

  /**
   * Of a size that neither the request nor the page tells, nobody sees that it was not kept; and a
   * flag that says end is believed.
   */
  private boolean isCapUntold() {
    boolean repeated = world.echoes() && world.envelope() != Envelope.BARE;
    boolean ended = world.flag() != More.NONE && world.envelope() != Envelope.BARE;
    return world.lie() == Lie.CAPS_THE_SIZE && (ended || (!world.asksSize() && !repeated));
  }

  /**
   * A single page that is shorter than was asked for looks like a short list, to its page count.
   */
  private boolean isShortByCap(Outcome came) {
    return world.lie() == Lie.CAPS_THE_SIZE
        && world.total() == World.Total.PAGES
        && came.items().size() < world.size();
  }

  /** A parameter that was guessed is proved before anything is given out; a link is no guess. */
  private boolean isGuessed() {
    boolean link = world.style() == Style.LINK || world.style() == Style.NEXT_URL;
    return detected && world.lie() == Lie.IGNORES_THE_PARAMETER && !link;
  }

  private Optional<String> brokenByLoss(Outcome came) {
    Verdict verdict = came.verdict();
    boolean saidMore = server.saidMoreThan(came.items().size());
    boolean silent = verdict.evidence().isEmpty();
    if (verdict.certainty() == Certainty.PROVED) {
      boolean sworn = (SWORN.contains(world.lie()) || isCapUntold()) && (!saidMore || !silent);
      return sworn || isShortByCap(came)
          ? Optional.empty()
          : Optional.of("items are missing from a list that is called complete: " + verdict);
    }
    return saidMore && silent
        ? Optional.of("the server says that there is more, and the end is " + verdict)
        : Optional.empty();
  }
}
