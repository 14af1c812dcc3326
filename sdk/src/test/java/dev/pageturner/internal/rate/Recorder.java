package dev.pageturner.internal.rate;

import dev.pageturner.error.PageturnerException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A waiter that keeps what it was told. */
final class Recorder implements Waiter {
  final List<Permit> permits = new ArrayList<>();
  final List<PageturnerException.RateLimited> refusals = new ArrayList<>();
  private final Consumer<Permit> then;

  private Recorder(Consumer<Permit> then) {
    this.then = then;
  }

  static Recorder create() {
    return new Recorder(permit -> {});
  }

  static Recorder granted(Consumer<Permit> then) {
    return new Recorder(then);
  }

  @Override
  public void granted(Permit permit) {
    permits.add(permit);
    then.accept(permit);
  }

  @Override
  public void refused(PageturnerException.RateLimited refusal) {
    refusals.add(refusal);
  }
}
