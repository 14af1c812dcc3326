package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonReader;
import dev.pageturner.internal.detect.ItemsPath;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the body of a page: a tree of the names and indexes that lead to the items
 * and to the signals, so that one pass over the JSON finds them all and skips the rest.
 */
final class PageFormat {
  static final List<JsonPath> USUAL_ERRORS =
      List.of(JsonPath.of("$.error"), JsonPath.of("$.errors"));

  private final Node root = new Node();
  private final Items items;
  private final List<JsonPath> signals;
  private final boolean needsLastItem;
  private final String identity;

  private PageFormat(Pagination pagination, Items items) {
    this.items = items;
    this.signals = Signals.bodyPaths(pagination, items);
    this.needsLastItem = Signals.needLastItem(pagination, items);
    this.identity = PagingIdentity.of(pagination, items);
  }

  /**
   * {@return the format of a pagination's pages}
   *
   * @param pagination says which signals to pick up
   * @param items where the items are, decided by now
   */
  static PageFormat of(Pagination pagination, Items items) {
    PageFormat format = new PageFormat(pagination, items);
    if (items instanceof Items.Lines) {
      return format;
    }
    format.root.addItems(PathExpression.parse(ItemsPath.of(items).text()).steps(), 0);
    for (JsonPath path : format.signals) {
      format.root.addSignal(path, PathExpression.parse(path.text()).steps(), 0);
    }
    USUAL_ERRORS.forEach(path -> format.addIfFree(path));
    format.root.finish();
    return format;
  }

  private void addIfFree(JsonPath path) {
    List<PathExpression.Step> steps = PathExpression.parse(path.text()).steps();
    if (root.next(steps.get(0)) == null && !root.items) {
      root.addSignal(path, steps, 0);
    }
  }

  Items items() {
    return items;
  }

  /** {@return what gives the positions of these pages their meaning} */
  String identity() {
    return identity;
  }

  Node root() {
    return root;
  }

  /** {@return the signals in the body, short paths first} */
  List<JsonPath> signals() {
    return signals;
  }

  /** {@return whether a signal is in the last item} */
  boolean needsLastItem() {
    return needsLastItem;
  }

  /** A value on the way to something that is looked for. */
  static final class Node {
    private final Map<String, Node> names = new HashMap<>();
    private final Map<Integer, Node> indexes = new HashMap<>();
    private final List<Capture> captures = new ArrayList<>();
    private final List<Node> byOption = new ArrayList<>();
    private final List<String> optionNames = new ArrayList<>();
    private JsonReader.@Nullable Options options;
    private boolean items;
    private boolean leadsToItems;

    /** A signal here, or at {@code rest} below here. */
    record Capture(JsonPath path, PathExpression rest) {}

    private void addItems(List<PathExpression.Step> steps, int at) {
      leadsToItems = true;
      if (at == steps.size()) {
        items = true;
      } else {
        Node child = childFor(steps.get(at));
        if (child == null) {
          throw new IllegalArgumentException(
              "items: only names and indexes from 0 lead there, not " + PathExpression.of(steps));
        }
        child.addItems(steps, at + 1);
      }
    }

    private void addSignal(JsonPath path, List<PathExpression.Step> steps, int at) {
      if (items) {
        throw new IllegalArgumentException("a signal inside the items: " + path);
      }
      PathExpression rest = PathExpression.of(steps.subList(at, steps.size()));
      if (at == steps.size() || !captures.isEmpty()) {
        captureHere(new Capture(path, rest));
        return;
      }
      Node child = childFor(steps.get(at));
      if (child == null) {
        captureHere(new Capture(path, rest));
      } else {
        child.addSignal(path, steps, at + 1);
      }
    }

    private void captureHere(Capture capture) {
      if (!names.isEmpty() || !indexes.isEmpty()) {
        throw new IllegalArgumentException(
            capture.path() + " holds another signal or the items; name what is inside instead");
      }
      captures.add(capture);
    }

    private @Nullable Node childFor(PathExpression.Step step) {
      if (step instanceof PathExpression.Name name) {
        return names.computeIfAbsent(name.name(), n -> new Node());
      } else if (step instanceof PathExpression.Index index && index.index() >= 0) {
        return indexes.computeIfAbsent(index.index(), n -> new Node());
      }
      return null;
    }

    private @Nullable Node next(PathExpression.Step step) {
      return step instanceof PathExpression.Name name ? names.get(name.name()) : null;
    }

    private void finish() {
      names.forEach((name, node) -> {
        optionNames.add(name);
        byOption.add(node);
      });
      options = JsonReader.Options.of(optionNames.toArray(String[]::new));
      names.values().forEach(Node::finish);
      indexes.values().forEach(Node::finish);
    }

    /** {@return whether the items are here or below} */
    boolean leadsToItems() {
      return leadsToItems;
    }

    /** {@return whether only an array holds what is looked for} */
    boolean isArray() {
      return indexes.values().stream().anyMatch(Node::leadsToItems);
    }

    boolean isItems() {
      return items;
    }

    List<Capture> captures() {
      return captures;
    }

    JsonReader.Options options() {
      if (options == null) {
        throw new IllegalStateException("not finished");
      }
      return options;
    }

    Node byOption(int option) {
      return byOption.get(option);
    }

    String nameOf(int option) {
      return optionNames.get(option);
    }

    @Nullable
    Node byIndex(int index) {
      return indexes.get(index);
    }
  }
}
