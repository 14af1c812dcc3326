package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;

/**
 * What chance decides at one place of one value.
 *
 * <p>Each place has its own number, made of the seed and the names that lead there. Two schemas
 * with a member of one name so give it one value.
 */
public final class Draw {
  /** Optional members are left out once a value has so many parts. */
  private static final int FULL_PARTS = 400;

  /** Nothing is made any more, be it required, once a value has so many parts. */
  private static final int MOST_PARTS = 1500;

  /** Parts of a value that has no end but where it is cut off: it is of no use, however large. */
  private static final int MOST_PARTS_OF_THE_ENDLESS = 150;

  /**
   * Characters of all texts of one value; from then on texts are no longer than they need not be.
   */
  private static final int MOST_CHARACTERS = 20_000;

  /** Characters of a text that is as long as it wants to be. */
  private static final int SHORT = 60;

  /** Steps of the first try to make a value; each further one has half as many. */
  private static final int MOST_STEPS = 10_000;

  /** How deep values may be; the next one where a value would have too many parts. */
  private static final int[] DEPTHS = {24, 12, 8, 6, 5, 4, 3, 2};

  private final long number;
  private final int depth;
  private final boolean sparse;
  private final Parts parts;

  private Draw(long number, int depth, boolean sparse, Parts parts) {
    this.number = number;
    this.depth = depth;
    this.sparse = sparse;
    this.parts = parts;
  }

  /** What all parts of one value share. */
  private static final class Parts {
    private final int deepest;
    private final Work work;
    private int count;
    private int characters;
    private boolean cut;

    Parts(int deepest, Work work) {
      this.deepest = deepest;
      this.work = work;
    }

    boolean areFew() {
      return count <= (cut ? MOST_PARTS_OF_THE_ENDLESS : MOST_PARTS) && !work.isSpent();
    }
  }

  /** {@return what is drawn for the whole value number {@code index} of a series} */
  public static Draw of(long seed, String series, long index) {
    return of(seed, series, index, Work.of(2 * MOST_STEPS));
  }

  /** {@return the same, which takes its steps from {@code work}} */
  static Draw of(long seed, String series, long index, Work work) {
    return new Draw(mix(mix(seed, series) + index), 0, false, new Parts(DEPTHS[0], work));
  }

  /** {@return the same, with required members only} */
  public Draw sparse() {
    return new Draw(number, depth, true, parts);
  }

  /** {@return what is drawn for the part of that name} */
  Draw at(String name) {
    parts.count++;
    parts.work.take();
    return new Draw(mix(number, name), depth + 1, sparse, parts);
  }

  /**
   * {@return a value that is not too large}
   *
   * <p>Schemas that require each other have no finite value: what is made of them ends at some
   * depth, and the wider they are, the sooner.
   */
  RawJson bounded(Sample sample) {
    RawJson value = RawJson.ofNull();
    for (int i = 0; i < DEPTHS.length; i++) {
      Work work = parts.work.part(MOST_STEPS >> i);
      Draw whole = new Draw(number, depth, sparse, new Parts(DEPTHS[i], work));
      value = sample.value(whole);
      if (whole.parts.areFew()) {
        return value;
      }
    }
    return value;
  }

  /** {@return whether there is room for parts of what is made here} */
  boolean hasRoom() {
    parts.cut |= depth >= parts.deepest;
    return depth < parts.deepest && parts.count <= MOST_PARTS && !parts.work.isSpent();
  }

  /** {@return the steps that are left for the value} */
  Work work() {
    return parts.work;
  }

  /** {@return how long a text may be made that has to have {@code least} characters} */
  int length(int least) {
    int length = least <= SHORT ? least : Math.min(least, MOST_CHARACTERS - parts.characters);
    parts.characters += Math.max(0, length);
    return Math.max(0, length);
  }

  /** {@return how many names lead here} */
  int depth() {
    return depth;
  }

  /** {@return whether to leave out what is not required} */
  boolean isSparse() {
    return sparse || parts.count > FULL_PARTS;
  }

  /** {@return a number from 0 up to, not including, {@code bound}} */
  int below(int bound) {
    return (int) Math.floorMod(mix(number), (long) bound);
  }

  /** {@return a number of 64 random bits} */
  long bits() {
    return mix(number);
  }

  private static long mix(long number, String name) {
    long mixed = number;
    for (int i = 0; i < name.length(); i++) {
      mixed = mixed * 0x100000001b3L + name.charAt(i);
    }
    return mix(mixed);
  }

  /** The finalizer of SplitMix64: each bit of the input changes half of those of the output. */
  private static long mix(long number) {
    long mixed = number + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
