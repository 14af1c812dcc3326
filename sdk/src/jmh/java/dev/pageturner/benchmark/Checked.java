package dev.pageturner.benchmark;

import java.util.function.Consumer;

/** Takes users and makes sure that all of them came. */
final class Checked implements Consumer<User> {
  private long count;
  private long sum;

  @Override
  public void accept(User user) {
    count++;
    sum += user.id;
  }

  void require(long expected) {
    if (count != expected || sum != UserText.sumOfIds(expected)) {
      throw new IllegalStateException("expected " + expected + " items but got " + count);
    }
  }
}
