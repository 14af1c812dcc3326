package dev.pageturner.retry;

/**
 * The share of a client's requests that may be retries, so that an outage is not amplified.
 *
 * <p>Each call adds a fraction of a retry to the balance, each retry takes one, and a call that
 * succeeds in the end gives back what its retries took: when its body is over, too, so that bodies
 * which break off are an outage like any other. The balance starts at the reserve and never passes
 * it, so that a quiet year saves up nothing for a storm. When nothing succeeds, a client sends
 * {@code share} × calls + {@code reserve} retries at most: with the standard budget 110 % of its
 * calls plus 10. When retries help, as with a server that refuses every second request, they go on.
 *
 * <p>First requests are never held back. A budget is shared by the calls of a client, and may be
 * shared by clients; it is safe for use by many threads and needs no clock.
 */
public final class RetryBudget {
  // The balance is counted in thousandths of a retry, since doubles would drift.
  private static final long RETRY = 1_000;

  private final long perCall;
  private final long most;
  private long balance;

  private RetryBudget(long perCall, long most) {
    this.perCall = perCall;
    this.most = most;
    this.balance = most;
  }

  /** {@return a new budget of one retry for ten calls, with a reserve of 10} */
  public static RetryBudget standard() {
    return of(0.1, 10);
  }

  /**
   * {@return a new budget}
   *
   * @param share the retries that each call adds, 0 to 1, in steps of a thousandth
   * @param reserve the retries that are there from the start, and the most that are ever there; 0
   *     or more. Many traversals at once need some for each, or a short outage ends the last of
   *     them
   * @throws IllegalArgumentException if a value is out of its bounds
   */
  public static RetryBudget of(double share, int reserve) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share not between 0 and 1: " + share);
    }
    if (reserve < 0) {
      throw new IllegalArgumentException("reserve < 0: " + reserve);
    }
    return new RetryBudget(Math.round(share * RETRY), reserve * RETRY);
  }

  /** {@return a new budget that allows every retry} */
  public static RetryBudget unlimited() {
    return new RetryBudget(0, Long.MAX_VALUE);
  }

  /** Counts a call, when its first request is sent. */
  public synchronized void onCall() {
    add(perCall);
  }

  /**
   * Takes one retry from the balance.
   *
   * @return whether there was one; if not, the retry is not to be sent
   */
  public synchronized boolean tryRetry() {
    if (balance < RETRY) {
      return false;
    }
    if (most != Long.MAX_VALUE) {
      balance -= RETRY;
    }
    return true;
  }

  /**
   * Gives back what the retries of a call took, when the call has succeeded and its body is over:
   * read whole, or closed by a reader who wants no more of it.
   *
   * @param retries how many requests the call sent after its first one, 0 or more
   */
  public synchronized void onSuccess(int retries) {
    if (retries < 0) {
      throw new IllegalArgumentException("retries < 0: " + retries);
    }
    add(retries * RETRY);
  }

  private void add(long amount) {
    balance += Math.min(amount, most - balance);
  }

  /** {@return how many retries there are now, for a log} */
  @Override
  public synchronized String toString() {
    return most == Long.MAX_VALUE ? "unlimited" : balance / RETRY + " of " + most / RETRY;
  }
}
