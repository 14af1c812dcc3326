package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several sequences share one traversal. */
class TeeTest {
  private final CountingSequence source = CountingSequence.of(1000);

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void allBranchesGetAllItemsInAnyOrderOfReading(long seed) {
    Random random = new Random(seed);
    CountingSequence numbers = CountingSequence.of(random.nextInt(50));
    List<Iterator<Integer>> branches = new ArrayList<>();
    List<List<Integer>> taken = new ArrayList<>();
    for (LazyIterable<Integer> branch : numbers.tee(1 + random.nextInt(4))) {
      branches.add(branch.iterator());
      taken.add(new ArrayList<>());
    }

    while (branches.stream().anyMatch(Iterator::hasNext)) {
      int i = random.nextInt(branches.size());
      if (branches.get(i).hasNext()) {
        taken.get(i).add(branches.get(i).next());
      }
    }

    List<Integer> all = CountingSequence.numbers(numbers.nexts);
    assertThat(taken).allSatisfy(items -> assertThat(items).isEqualTo(all));
    assertThat(branches)
        .allSatisfy(b -> assertThatThrownBy(b::next).isInstanceOf(NoSuchElementException.class));
    assertThat(numbers.iterators).isEqualTo(1);
    assertThat(numbers.closes).isEqualTo(1);
    assertThat(numbers.forbidden).isEmpty();
  }

  @Test
  void eachItemIsTakenFromTheSourceOnce() {
    List<LazyIterable<Integer>> branches = source.tee(3);

    branches.forEach(branch -> assertThat(branch.limit(10).toList()).hasSize(10));

    assertThat(source.nexts).isEqualTo(10);
  }

  @Test
  void splittingAsksNothing() {
    source.tee(3).forEach(LazyIterable::iterator);

    assertThat(source.questions()).isZero();
  }

  @Test
  void aBranchIsIteratedOnce() {
    LazyIterable<Integer> branch = source.tee(2).get(0);
    branch.iterator();

    assertThatThrownBy(branch::iterator).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSourceIsClosedWithTheLastBranch() {
    List<LazyIterable<Integer>> branches = source.tee(2);
    CloseableIterator<Integer> one = branches.get(0).iterator();
    CloseableIterator<Integer> two = branches.get(1).iterator();
    one.next();

    one.close();
    one.close();
    assertThat(source.closes).isZero();
    assertThat(two.next()).isZero();

    two.close();
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void anOperatorOverABranchClosesItBeforeTheFirstItem() {
    List<LazyIterable<Integer>> branches = source.tee(2);

    branches.forEach(branch -> branch.map(i -> i).filter(i -> true).iterator().close());

    assertThat(source.closes).isEqualTo(1);
    assertThat(source.questions()).isZero();
  }

  @Test
  void itemsThatAllBranchesHaveTakenAreNotHeld() {
    Reachable items = new Reachable();
    List<LazyIterable<Object>> branches = source.<Object>map(items::newItem).tee(2);
    Iterator<Object> one = branches.get(0).iterator();
    Iterator<Object> two = branches.get(1).iterator();
    for (int i = 0; i < 500; i++) {
      one.next();
    }
    assertThat(items.heldAtMost(0)).isEqualTo(500);

    for (int i = 0; i < 400; i++) {
      two.next();
    }

    assertThat(items.heldAtMost(100)).isEqualTo(100);
    Reference.reachabilityFence(branches);
    Reference.reachabilityFence(one);
    Reference.reachabilityFence(two);
  }

  @Test
  void closingASlowBranchFreesItsPart() {
    Reachable items = new Reachable();
    List<LazyIterable<Object>> branches = source.<Object>map(items::newItem).tee(2);
    Iterator<Object> fast = branches.get(0).iterator();
    CloseableIterator<Object> slow = branches.get(1).iterator();
    for (int i = 0; i < 500; i++) {
      fast.next();
    }

    slow.close();

    assertThat(items.heldAtMost(0)).isZero();
    Reference.reachabilityFence(branches);
    Reference.reachabilityFence(fast);
    Reference.reachabilityFence(slow);
  }

  @Test
  void aBranchThatWasDroppedHoldsNothing() {
    Reachable items = new Reachable();
    Iterator<Object> fast = source.<Object>map(items::newItem).tee(2).get(0).iterator();
    for (int i = 0; i < 500; i++) {
      fast.next();
    }

    assertThat(items.heldAtMost(0)).isZero();
    Reference.reachabilityFence(fast);
  }
}
