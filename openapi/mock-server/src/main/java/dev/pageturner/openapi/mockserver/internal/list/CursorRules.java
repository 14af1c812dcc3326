package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.openapi.mockserver.internal.trait.TraitName;
import dev.pageturner.openapi.mockserver.internal.trait.Traits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which cursors are good for a request: by their age, by the requests since they were given out, by
 * the parameters beside them.
 *
 * @param traits the traits of the list
 * @param now the request, as the cursors of its answer say
 */
record CursorRules(Traits traits, Stamp now) {
  private static final List<TraitName> STAMPED = List.of(
      TraitName.CURSOR_LIFE, TraitName.CURSOR_REQUESTS, TraitName.BOUND_CURSORS, TraitName.DELTA);

  /** What is wrong with a cursor. */
  enum Fault {
    /** It is too old. */
    EXPIRED,
    /** It was given to a request with other parameters. */
    FOREIGN
  }

  /** {@return the stamp of the cursors that the answer has, empty if no rule needs one} */
  String stamp() {
    return STAMPED.stream().anyMatch(traits::has) ? now.text() : "";
  }

  /** {@return what is wrong with a cursor, empty for a good one} */
  Optional<Fault> fault(Optional<Stamp> given) {
    if (stamp().isEmpty()) {
      return Optional.empty();
    } else if (given.isEmpty() || isExpired(given.get())) {
      return Optional.of(Fault.EXPIRED);
    }
    boolean foreign = traits.has(TraitName.BOUND_CURSORS) && given.get().filters() != now.filters();
    return foreign ? Optional.of(Fault.FOREIGN) : Optional.empty();
  }

  private boolean isExpired(Stamp given) {
    long age = now.millis() - given.millis();
    boolean old = traits
        .time(TraitName.CURSOR_LIFE)
        .map(Duration::toMillis)
        .filter(life -> age > life)
        .isPresent();
    long since = now.request() - given.request();
    return old
        || traits.number(TraitName.CURSOR_REQUESTS).filter(most -> since > most).isPresent();
  }

  /** {@return the rules for what follows a page of a walk that began earlier} */
  CursorRules since(long version) {
    return new CursorRules(traits, new Stamp(now.millis(), now.request(), now.filters(), version));
  }
}
