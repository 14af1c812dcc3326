package dev.pageturner.laws;

import dev.pageturner.laws.ChangingServer.Item;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalEvent.Recovery;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A copy of a list, which is committed together with the checkpoint that it stands at: what was
 * applied after the last commit is gone after a kill.
 */
public final class Replica {
  private Map<String, Long> items = new TreeMap<>();
  private Set<String> marked = new TreeSet<>();
  private Map<String, Long> committedItems = new TreeMap<>();
  private Set<String> committedMarks = new TreeSet<>();
  private String checkpoint = "";
  private int resyncs;

  /** An item has come. */
  public void apply(Item item) {
    marked.add(item.id());
    if (item.deleted()) {
      items.remove(item.id());
    } else {
      items.put(item.id(), item.version());
    }
  }

  /** The traversal says what happens. */
  public void on(TraversalEvent event) {
    if (event instanceof TraversalEvent.Recovered recovered
        && recovered.how() == Recovery.RESYNCED) {
      resyncs++;
      marked.clear();
    }
  }

  /** What is there stays, with where to go on. */
  public void commit(Checkpoint place) {
    checkpoint = place.toString();
    committedItems = new TreeMap<>(items);
    committedMarks = new TreeSet<>(marked);
  }

  /** The end of the list: after a full pull, what did not come is gone. */
  public void end(Verdict verdict, Checkpoint place) {
    if (verdict.resynced()) {
      items.keySet().retainAll(marked);
    }
    marked.clear();
    commit(place);
  }

  /** Forgets what was not committed. */
  public void kill() {
    items = new TreeMap<>(committedItems);
    marked = new TreeSet<>(committedMarks);
  }

  /** {@return the stored checkpoint, empty for none} */
  public String checkpoint() {
    return checkpoint;
  }

  /** {@return the copy} */
  public Map<String, Long> items() {
    return items;
  }

  /** {@return how many full pulls were told} */
  public int resyncs() {
    return resyncs;
  }
}
