package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A group is a part of the traversal of its groups. */
class GroupConsecutiveTest {
  private final CountingSequence source = CountingSequence.endless();
  private final CloseableIterator<Group<Integer, Integer>> groups =
      source.groupConsecutive(i -> i / 3).iterator();

  @Test
  void equalKeysThatAreNotConsecutiveAreTwoGroups() {
    LazyIterable<String> words = LazyIterable.of("ant", "ape", "bee", "asp");

    assertThat(words.groupConsecutive(word -> word.charAt(0)).map(Group::toList).toList())
        .containsExactly(List.of("ant", "ape"), List.of("bee"), List.of("asp"));
  }

  @Test
  void aGroupIsReadAsItIsAskedFor() {
    Iterator<Integer> items = groups.next().iterator();

    assertThat(items.next()).isZero();
    assertThat(source.nexts).isEqualTo(1);
    assertThat(items.next()).isEqualTo(1);
    assertThat(source.nexts).isEqualTo(2);
  }

  @Test
  void theNextGroupSkipsWhatIsLeftOfTheFormer() {
    groups.next().iterator().next();

    Group<Integer, Integer> second = groups.next();

    assertThat(second.key()).isEqualTo(1);
    assertThat(second.toList()).containsExactly(3, 4, 5);
  }

  @Test
  void aGroupThatWasNotReadIsSkippedWhole() {
    groups.next();
    groups.next();

    assertThat(groups.next().toList()).containsExactly(6, 7, 8);
  }

  @Test
  void readingAPartOfAGroupDoesNotEndItsGroups() {
    assertThat(groups.next().first()).contains(0);
    assertThat(groups.next().limit(2).toList()).containsExactly(3, 4);

    assertThat(groups.next().toList()).containsExactly(6, 7, 8);
    assertThat(source.closes).isZero();
  }

  @Test
  void anEndedGroupStaysEnded() {
    Iterator<Integer> items = groups.next().iterator();
    items.forEachRemaining(item -> {});
    groups.next();

    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aGroupWhoseGroupsWentOnSaysSo() {
    Group<Integer, Integer> first = groups.next();
    Iterator<Integer> items = first.iterator();
    items.next();

    assertThat(groups.hasNext()).isTrue();

    assertThatThrownBy(items::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this group is over");
    assertThatThrownBy(items::next).isInstanceOf(IllegalStateException.class);
    assertThat(groups.next().toList()).containsExactly(3, 4, 5);
  }

  @Test
  void groupsKeptInAListSaySo() {
    List<Group<Integer, Integer>> kept =
        CountingSequence.of(6).groupConsecutive(i -> i / 3).toList();

    assertThat(kept).extracting(Group::key).containsExactly(0, 1);
    for (Group<Integer, Integer> group : kept) {
      assertThatThrownBy(group::toList)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("this group is over");
    }
  }

  @Test
  void aGroupOfClosedGroupsSaysSo() {
    Group<Integer, Integer> group = source.groupConsecutive(i -> i / 3).first().orElseThrow();

    assertThatThrownBy(group::toList)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void aGroupIsIteratedOnce() {
    Group<Integer, Integer> group = groups.next();
    group.iterator();

    assertThatThrownBy(group::iterator)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("iterated once");
  }

  @Test
  void aFailureWhileAGroupIsSkippedDoesNotSplitIt() {
    Iterator<Group<Integer, Integer>> failing =
        CountingSequence.of(9).failingOnceBefore(2).groupConsecutive(i -> i / 3).iterator();
    failing.next();

    assertThatThrownBy(failing::hasNext).isInstanceOf(CountingSequence.PageFailed.class);
    assertThat(failing.next().key()).isEqualTo(1);
  }

  @Test
  void groupsOfNothingAreNone() {
    assertThat(CountingSequence.of(0).groupConsecutive(i -> i).toList()).isEmpty();
  }
}
