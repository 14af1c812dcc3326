package dev.pageturner.internal.rate;

import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.rate.RateLimit.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a permit, in the order in which they came, in front of the gate and the allowance.
 * Told the time, never waits, calls nobody who waits; its owner's lock protects it. What became of
 * whom is kept until {@link #takeDecided}.
 */
final class PermitLine {
  private final Allowance allowance;
  private final Gate gate = new Gate();
  private final Set<Entry> line = new LinkedHashSet<>();
  private final NavigableSet<Entry> deadlines =
      new TreeSet<>(Comparator.comparingLong(Entry::deadline).thenComparingLong(Entry::number));
  private List<Entry> decided = new ArrayList<>();
  private long permitsInLine;
  private int callers;

  PermitLine(Allowance allowance) {
    this.allowance = allowance;
  }

  /**
   * Lets somebody join the line, or refuses at once if there can be no permit before its deadline.
   *
   * @return the wait ahead, if there is one
   */
  @Nullable
  Wait join(Entry entry, long now) {
    entry.arrive(now);
    settle(now);
    if (isHopeless(entry, certain(now, permitsInLine, entry))) {
      refuse(entry, now, permitsInLine);
      return null;
    }
    long ahead = permitsInLine;
    add(entry);
    settle(now);
    return entry.isPending() ? describe(entry, now, ahead) : null;
  }

  private void add(Entry entry) {
    line.add(entry);
    permitsInLine += entry.permits();
    if (!entry.isPromise()) {
      deadlines.add(entry);
      callers += entry.isCaller() ? 1 : 0;
    }
  }

  /**
   * Lets somebody leave the line.
   *
   * @return whether it was still in it
   */
  boolean leave(Entry entry, long now) {
    boolean left = remove(entry);
    settle(now);
    return left;
  }

  private boolean remove(Entry entry) {
    boolean removed = line.remove(entry);
    if (removed) {
      permitsInLine -= entry.permits();
      callers -= entry.isCaller() ? 1 : 0;
      deadlines.remove(entry);
    }
    return removed;
  }

  /** Decides all that can be decided now. */
  void settle(long now) {
    boolean more = true;
    while (more && !line.isEmpty()) {
      more = settleFirst(line.iterator().next(), now);
    }
    while (!deadlines.isEmpty() && deadlines.first().deadline() <= now) {
      refuseInLine(deadlines.first(), now);
    }
  }

  private boolean settleFirst(Entry first, long now) {
    if (first.promised() <= now) {
      grant(first, now);
      return true;
    }
    boolean open = gate.heldUntil(now, allowance.held()) <= now;
    long at = open ? allowance.prepare(now, first.permits()) : certain(now, 0, first);
    if (open && at <= now) {
      grant(first, now);
      return true;
    }
    if (isHopeless(first, at)) {
      refuseInLine(first, now);
      return true;
    }
    return false;
  }

  private static boolean isHopeless(Entry entry, long at) {
    return !entry.isPromise() && (at > entry.deadline() || at == Allowance.NEVER);
  }

  private void grant(Entry entry, long now) {
    remove(entry);
    entry.grant(allowance.take(now, entry.permits()));
    if (entry.isPromise()) {
      entry.decided().accept(entry);
    } else {
      decided.add(entry);
    }
  }

  private void refuseInLine(Entry entry, long now) {
    long ahead = ahead(entry);
    remove(entry);
    refuse(entry, now, ahead);
  }

  private void refuse(Entry entry, long now, long ahead) {
    entry.refuse(Math.max(expected(now, ahead, entry.permits()), certain(now, ahead, entry)));
    decided.add(entry);
  }

  private long ahead(Entry entry) {
    long ahead = 0;
    for (Entry other : line) {
      if (other == entry) {
        return ahead;
      }
      ahead += other.permits();
    }
    return ahead;
  }

  private long certain(long now, long ahead, Entry entry) {
    return Math.max(gate.opensAt(now), allowance.earliest(now, ahead, entry.permits()));
  }

  /** {@return the best guess of when permits behind {@code ahead} others can be taken} */
  long expected(long now, long ahead, int permits) {
    return Math.max(gate.heldUntil(now, allowance.held()), allowance.expected(now, ahead, permits));
  }

  private Wait describe(Entry entry, long now, long ahead) {
    long limited = allowance.expected(now, ahead, entry.permits());
    long expected = expected(now, ahead, entry.permits());
    Wait.Reason reason = expected > limited ? Wait.Reason.SERVER_HINT : Wait.Reason.RATE_LIMIT;
    return new Wait(Duration.ofNanos(expected - now), reason);
  }

  /**
   * Keeps everybody out until {@code until}.
   *
   * @return who waits longer for that
   */
  List<Entry> close(long now, long until) {
    long before = gate.opensAt(now);
    gate.closeUntil(now, until);
    return closedSince(before, now);
  }

  /**
   * Notes what a response said.
   *
   * @return who waits longer for that
   */
  List<Entry> observe(long now, ServerHint hint) {
    long before = gate.opensAt(now);
    gate.observe(now, hint);
    return closedSince(before, now);
  }

  private List<Entry> closedSince(long before, long now) {
    long opens = gate.opensAt(now);
    if (opens <= before) {
      settle(now);
      return List.of();
    }
    while (!deadlines.isEmpty() && deadlines.first().deadline() < opens) {
      refuseInLine(deadlines.first(), now);
    }
    return line.stream().filter(entry -> !entry.isPromise()).toList();
  }

  /** {@return how long the gate stays closed} */
  Wait closed(long now) {
    return new Wait(Duration.ofNanos(gate.opensAt(now) - now), Wait.Reason.SERVER_HINT);
  }

  /**
   * Ends a lease: its request completed; unless it was {@code observed}, its response said nothing.
   */
  void complete(Lease lease, boolean observed, long now) {
    if (!observed && !lease.isOver()) {
      gate.spent(now);
    }
    allowance.complete(lease, now);
    settle(now);
  }

  void giveBack(Lease lease, long now) {
    allowance.giveBack(lease, now);
    settle(now);
  }

  /** {@return when the line must be looked at, though nothing happened} */
  long wake(long now) {
    if (line.isEmpty()) {
      return Allowance.NEVER;
    }
    Entry first = line.iterator().next();
    long gateAt = gate.heldUntil(now, allowance.held());
    long at = Math.max(gateAt, allowance.wake(now, first.permits()));
    return Math.min(at, first.promised());
  }

  /** {@return the first who is really there, and so can keep the time for all} */
  @Nullable
  Entry keeper() {
    return line.stream().filter(entry -> !entry.isPromise()).findFirst().orElse(null);
  }

  /** {@return when the first deadline of all ends, if there is somebody whom no thread watches} */
  long callersDeadline() {
    return callers == 0 ? Allowance.NEVER : deadlines.first().deadline();
  }

  long permitsInLine() {
    return permitsInLine;
  }

  /** {@return the latest promise of that many permits that was not yet taken} */
  @Nullable
  Entry lastPromise(int permits) {
    Entry last = null;
    for (Entry entry : line) {
      last = entry.isPromise() && entry.permits() == permits ? entry : last;
    }
    return last;
  }

  /** Takes what was promised first, though its time has not come. */
  void takeFirstPromise(long now) {
    line.stream().filter(Entry::isPromise).findFirst().ifPresent(first -> grant(first, now));
  }

  long permitsPromised() {
    return line.stream().filter(Entry::isPromise).mapToLong(Entry::permits).sum();
  }

  int waitingThreads() {
    return (int) line.stream().filter(entry -> entry.thread() != null).count();
  }

  /** {@return those decided since the last call} */
  List<Entry> takeDecided() {
    List<Entry> taken = decided;
    decided = taken.isEmpty() ? taken : new ArrayList<>();
    return taken;
  }
}
