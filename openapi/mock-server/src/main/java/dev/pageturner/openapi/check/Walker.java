package dev.pageturner.openapi.check;

import dev.pageturner.ApiRequest;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Verdict;
import dev.pageturner.sequence.CloseableIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a list and keeps of each page what the checks need.
 *
 * <p>The first page that has items decides what tells items apart, and the first walk how the list
 * pages. Used by one thread.
 */
final class Walker {
  private final Witness witness;
  private @Nullable ItemKey key;
  private final boolean trusted;
  private Pagination pagination;

  /**
   * Walks with what was said.
   *
   * @param witness sees the requests
   * @param pagination how the list pages
   * @param key what tells items apart; null to find that out
   * @param trusted whether a member such as id that is found tells items apart
   */
  Walker(Witness witness, Pagination pagination, @Nullable ItemKey key, boolean trusted) {
    this.witness = witness;
    this.pagination = pagination;
    this.key = key;
    this.trusted = trusted;
  }

  /** {@return how the list pages, as far as it is known} */
  Pagination pagination() {
    return pagination;
  }

  /** From now on next links are followed on the list's own origin. */
  void keepOnOrigin() {
    pagination = pagination.linksOnOrigin();
  }

  ItemKey key() {
    return key == null ? ItemKey.of(List.of()) : key;
  }

  /** What is wanted of a walk, and what it tells meanwhile. */
  private final class Steps {
    private final Map<Long, Exchange> exchanges = new HashMap<>();
    private final Map<Long, Long> bytes = new HashMap<>();
    private final List<WalkedPage> pages = new ArrayList<>();
    private Optional<Verdict> verdict = Optional.empty();

    void on(TraversalEvent event) {
      if (event instanceof TraversalEvent.Detected detected) {
        pagination = detected.pagination();
      } else if (event instanceof TraversalEvent.PageReceived received) {
        witness.latest().ifPresent(exchange -> exchanges.put(received.page(), exchange));
        bytes.put(received.page(), received.bytes());
      } else if (event instanceof TraversalEvent.Ended ended) {
        verdict = ended.verdict();
      }
    }

    void add(Page<RawJson> page) {
      int number = pages.size() + 1;
      if (key == null && !page.items().isEmpty()) {
        key = trusted ? ItemKey.of(page.items()) : ItemKey.of(page.items()).unsure();
      }
      pages.add(new WalkedPage(
          number,
          page.items().stream().map(key()::of).toList(),
          page.items().stream().map(ItemKey::hash).toList(),
          page.position(),
          page.next(),
          page.total(),
          Optional.ofNullable(exchanges.remove((long) number))
              .or(witness::latest)
              .orElseThrow(),
          bytes.getOrDefault((long) number, 0L)));
    }
  }

  /**
   * Walks, and never fails.
   *
   * @param request the request of the list
   * @param size the page size to ask for, 0 for none
   * @param most the most pages to read
   * @param afterFirst is run between the first page and the second
   */
  Walk walk(ApiRequest request, int size, int most, Runnable afterFirst) {
    Steps steps = new Steps();
    PagedIterable<RawJson> list = request.pagination(pagination).list().acceptIncomplete();
    list = size > 0 ? list.pageSize(size) : list;
    list = most < Integer.MAX_VALUE ? list.maxPages(most) : list;
    try (CloseableIterator<Page<RawJson>> pages =
        list.listener(steps::on).pages().iterator()) {
      while (pages.hasNext()) {
        steps.add(pages.next());
        if (steps.pages.size() == 1) {
          afterFirst.run();
        }
      }
      return new Walk(steps.pages, steps.verdict, Optional.empty(), false);
    } catch (Witness.Spent e) {
      return new Walk(steps.pages, Optional.empty(), Optional.empty(), true);
    } catch (PageturnerException e) {
      return new Walk(steps.pages, Optional.empty(), Optional.of(e), false);
    }
  }
}
