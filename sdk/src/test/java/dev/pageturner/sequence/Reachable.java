package dev.pageturner.sequence;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Items that are watched for still being held by something. */
final class Reachable {
  private final List<WeakReference<Object>> items = new ArrayList<>();

  Object newItem(int ignored) {
    Object item = new Object();
    items.add(new WeakReference<>(item));
    return item;
  }

  /**
   * {@return how many items are held, once there are at most {@code expected} or it is hopeless}
   */
  long heldAtMost(int expected) {
    for (int i = 0; i < 20 && held() > expected; i++) {
      System.gc();
    }
    return held();
  }

  private long held() {
    return items.stream().filter(item -> item.get() != null).count();
  }
}
