package dev.pageturner.internal.rate;

import dev.pageturner.error.PageturnerException;

/**
 * Is called when its turn has come. Exactly one of the two is called, once, unless the reservation
 * was cancelled in time; on whatever thread the news came up, so it must not block.
 */
public interface Waiter {
  /** Takes the permit, and must end it. */
  void granted(Permit permit);

  /** There is no permit within the time that was allowed; the error says when there may be one. */
  void refused(PageturnerException.RateLimited refusal);
}
