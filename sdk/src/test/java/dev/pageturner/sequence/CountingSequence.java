package dev.pageturner.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/** The numbers from 0 on, with a count of every question, and a note of each forbidden one. */
final class CountingSequence implements LazyIterable<Integer> {
  private final int size;
  private Place place = Place.HAS_NEXT;
  private int failAt = -1;
  private int failures;
  private boolean withError;
  int iterators;
  int hasNexts;
  int nexts;
  int closes;
  final List<String> forbidden = new ArrayList<>();

  private CountingSequence(int size) {
    this.size = size;
  }

  static CountingSequence of(int size) {
    return new CountingSequence(size);
  }

  static CountingSequence endless() {
    return new CountingSequence(Integer.MAX_VALUE);
  }

  static List<Integer> numbers(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  /** Where a source can fail. */
  enum Place {
    HAS_NEXT,
    NEXT
  }

  /** Lets hasNext() fail once, before item {@code index}, as a page does that cannot be fetched. */
  CountingSequence failingOnceBefore(int index) {
    return failing(Place.HAS_NEXT, index, 1);
  }

  /** Lets a method fail some times at item {@code index}, which comes again each time. */
  CountingSequence failing(Place where, int index, int times) {
    place = where;
    failAt = index;
    failures = times;
    return this;
  }

  /** Lets it fail with an error rather than with an exception. */
  CountingSequence withError() {
    withError = true;
    return this;
  }

  int questions() {
    return hasNexts + nexts;
  }

  @Override
  public CloseableIterator<Integer> iterator() {
    iterators++;
    return new Numbers();
  }

  static final class PageFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class PageError extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final class Numbers implements CloseableIterator<Integer> {
    private int next;
    private boolean over;

    @Override
    public boolean hasNext() {
      hasNexts++;
      check("hasNext");
      failIf(Place.HAS_NEXT);
      over = next == size;
      return !over;
    }

    @Override
    public Integer next() {
      nexts++;
      check("next");
      if (next == size) {
        throw new NoSuchElementException();
      }
      failIf(Place.NEXT);
      return next++;
    }

    private void failIf(Place here) {
      if (next == failAt && here == place && failures > 0) {
        failures--;
        if (withError) {
          throw new PageError();
        }
        throw new PageFailed();
      }
    }

    private void check(String question) {
      if (over) {
        forbidden.add(question + " after the end or the close");
      }
    }

    @Override
    public void close() {
      closes++;
      over = true;
    }
  }
}
