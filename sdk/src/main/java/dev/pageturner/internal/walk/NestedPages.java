package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.LostList;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lists within lists: for each item of the outer list the items of another one.
 *
 * <p>What is said about pages is said to the lists within, whose pages these are; the outer list
 * keeps what was said before. An end that is taken as it comes, and a listener, are for both.
 */
public final class NestedPages<P, R> extends SteppedPages<R> {
  /** Takes each setting first, so that a bad value is refused where it is given. */
  private static final PagedIterable<?> NOTHING =
      PagedIterable.from(position -> Page.last(List.of()));

  private final SteppedPages<P> outer;
  private final Function<? super P, ? extends PagedIterable<? extends R>> function;
  private final LostList lost;
  private final Settings<R> settings;
  private final @Nullable Checkpoint start;

  /** What was asked of the sequence: of the lists within, and of itself. */
  private record Settings<R>(
      UnaryOperator<PagedIterable<R>> within, long maxItems, TraversalListener listener) {}

  private NestedPages(
      SteppedPages<P> outer,
      Function<? super P, ? extends PagedIterable<? extends R>> function,
      LostList lost,
      Settings<R> settings,
      @Nullable Checkpoint start) {
    this.outer = outer;
    this.function = Objects.requireNonNull(function, "function");
    this.lost = Objects.requireNonNull(lost, "lost");
    this.settings = settings;
    this.start = start;
  }

  private static <R> Settings<R> defaults() {
    return new Settings<>(list -> list, Long.MAX_VALUE, TraversalListener.none());
  }

  /** {@return the items of the lists that a function makes of a list's items} */
  public static <P, R> PagedIterable<R> of(
      PagedIterable<P> outer,
      Function<? super P, ? extends PagedIterable<? extends R>> function,
      LostList lost) {
    return new NestedPages<P, R>(SteppedPages.of(outer), function, lost, defaults(), null);
  }

  /** {@return the items of several lists, one list after the other} */
  public static <T> PagedIterable<T> chain(List<? extends PagedIterable<? extends T>> parts) {
    List<SteppedPages<T>> lists =
        parts.stream().map(part -> SteppedPages.<T>of(part)).toList();
    PageSource<SteppedPages<T>> source = new ListedParts<>(lists);
    return new NestedPages<SteppedPages<T>, T>(
        WalkedPages.of(source), part -> part, LostList.FAIL, defaults(), null);
  }

  @Override
  String fingerprint() {
    return "each(" + outer.fingerprint() + ")";
  }

  @Override
  public Steps<R> itemSteps(Supplies supplies) {
    return AtMostSteps.items(steps(supplies, SteppedPages::itemSteps), settings.maxItems());
  }

  @Override
  public Steps<Page<R>> pageSteps(Supplies supplies) {
    return AtMostSteps.pages(steps(supplies, SteppedPages::pageSteps), settings.maxItems());
  }

  private <E> Steps<E> steps(Supplies supplies, NestedSteps.Opening<R, E> opening) {
    Checkpoint from = start;
    PagedIterable<P> rest = outer;
    if (from != null) {
      checkStart(from);
      rest = outer.startFrom(from.parts().get(0));
    }
    return new NestedSteps<P, R, E>(
        SteppedPages.of(rest).itemSteps(supplies),
        this::within,
        opening,
        supplies,
        new Resumption(fingerprint(), lost, from, new EventEmitter(settings.listener())));
  }

  private void checkStart(Checkpoint from) {
    if (from.parts().isEmpty()) {
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint belongs to a single list, and these are lists within lists", null);
    } else if (from.parts().size() > 2 || !from.request().equals(fingerprint())) {
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint belongs to other lists within lists, or to other filters", null);
    }
  }

  private SteppedPages<R> within(P item) {
    PagedIterable<? extends R> list =
        Objects.requireNonNull(function.apply(item), "the function gave null instead of a list");
    return SteppedPages.of(settings.within().apply(SteppedPages.<R>of(list)));
  }

  @SuppressWarnings("unchecked") // A list without items is one of anything.
  private NestedPages<P, R> with(SteppedPages<P> outer, UnaryOperator<PagedIterable<R>> change) {
    Objects.requireNonNull(change.apply((PagedIterable<R>) NOTHING));
    UnaryOperator<PagedIterable<R>> before = settings.within();
    Settings<R> changed = new Settings<>(
        list -> change.apply(before.apply(list)), settings.maxItems(), settings.listener());
    return new NestedPages<>(outer, function, lost, changed, start);
  }

  @Override
  public PagedIterable<R> pageSize(int items) {
    return with(outer, list -> list.pageSize(items));
  }

  @Override
  public PagedIterable<R> maxItems(long items) {
    Settings<R> changed = new Settings<>(
        settings.within(), TraversalOptions.requireMaxItems(items), settings.listener());
    return new NestedPages<>(outer, function, lost, changed, start);
  }

  @Override
  public PagedIterable<R> maxPages(long pages) {
    throw new UnsupportedOperationException(
        "these are the pages of several lists: set maxPages on the outer list before, or on the"
            + " lists within, or maxItems here");
  }

  @Override
  public PagedIterable<R> maxEmptyPages(int pages) {
    return with(outer, list -> list.maxEmptyPages(pages));
  }

  @Override
  public PagedIterable<R> maxSamePages(int pages) {
    return with(outer, list -> list.maxSamePages(pages));
  }

  @Override
  public PagedIterable<R> acceptIncomplete() {
    return with(SteppedPages.of(outer.acceptIncomplete()), PagedIterable::acceptIncomplete);
  }

  @Override
  public PagedIterable<R> onBadItem(BadItemHandler handler) {
    return with(outer, list -> list.onBadItem(handler));
  }

  @Override
  public PagedIterable<R> startFrom(Checkpoint checkpoint) {
    return new NestedPages<>(
        outer, function, lost, settings, Objects.requireNonNull(checkpoint, "checkpoint"));
  }

  @Override
  public PagedIterable<R> sync() {
    throw new UnsupportedOperationException(
        "these are several lists, each with an end of its own: read each of them with sync()");
  }

  @Override
  public PagedIterable<R> onExpiredCursor(ExpiredCursor<? super R> policy) {
    return with(outer, list -> list.onExpiredCursor(policy));
  }

  @Override
  public PagedIterable<R> prefetch(int pages) {
    return with(outer, list -> list.prefetch(pages));
  }

  @Override
  public PagedIterable<R> listener(TraversalListener listener) {
    NestedPages<P, R> told =
        with(SteppedPages.of(outer.listener(listener)), list -> list.listener(listener));
    Settings<R> own = new Settings<>(
        told.settings.within(), settings.maxItems(), settings.listener().and(listener));
    return new NestedPages<>(told.outer, function, lost, own, start);
  }

  @Override
  public String toString() {
    return outer + ".thenEach";
  }
}
