package dev.pageturner.openapi.check;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.openapi.curl.Curl;
import dev.pageturner.openapi.curl.Masking;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a list, found out when a check asks for the first time, and kept for the others.
 *
 * <p>The first walk is taken at once. Everything else is asked for at most once, and only while
 * requests are left. Used by one thread.
 */
final class Survey {
  /** Faults of the list itself; all others are faults on the way to it. */
  private static final Set<Kind> FAULTS_OF_THE_LIST =
      EnumSet.of(Kind.LOOP, Kind.TOO_MANY_PAGES, Kind.INCOMPLETE, Kind.UNSAFE_LINK);

  /** On the first page they tell that it is no list, after it that the list is broken. */
  private static final Set<Kind> FAULTS_OF_LATER_PAGES =
      EnumSet.of(Kind.PROTOCOL, Kind.PARSE, Kind.API_ERROR);

  private static final int LARGE = 1000;

  /** Of a list that is too long to be walked twice, so many pages are looked at again. */
  private static final int SECOND_LOOK = 4;

  private final ApiClient client;
  private final ListRequest request;
  private final Witness witness;
  private final Walker walker;
  private final int size;
  private final Function<HttpUrl, Masking> masking;
  private final Set<Check> wanted;
  private final Walk first;
  private final Optional<PageturnerException> unsafeLink;
  private @Nullable Walk second;
  private @Nullable Walk large;

  Survey(
      ApiClient client,
      ListRequest request,
      Witness witness,
      Walker walker,
      int size,
      int mostPages,
      Set<Check> wanted,
      Function<HttpUrl, Masking> masking) {
    this.client = client;
    this.request = request;
    this.witness = witness;
    this.walker = walker;
    this.size = size;
    this.wanted = wanted;
    this.masking = masking;
    Walk walk = walk(request, size, mostPages);
    this.unsafeLink = walk.failure().filter(failure -> failure.kind() == Kind.UNSAFE_LINK);
    if (unsafeLink.isPresent() && witness.left() > 0) {
      walker.keepOnOrigin();
      walk = walk(request, size, mostPages);
    }
    this.first = walk;
  }

  private Walk walk(ListRequest request, int size, int most) {
    return walker.walk(request.of(client), size, most, () -> {});
  }

  Walk first() {
    return first;
  }

  /** {@return why a next link could not be followed; the walks then stay on the origin} */
  Optional<PageturnerException> unsafeLink() {
    return unsafeLink;
  }

  /** {@return a second walk like the first one, as far as requests are left} */
  Walk second() {
    if (second == null) {
      second = walk(request, size, first.isWhole() ? Integer.MAX_VALUE : SECOND_LOOK);
    }
    return second;
  }

  /** {@return the size that {@link #large} asks for} */
  int largeSize() {
    int max = pagination().pageSize().map(PageSize::max).orElse(0);
    return max > 0 ? max : LARGE;
  }

  /** {@return one page as large as the server gives it, if there is a way to ask for it} */
  Optional<Walk> large() {
    if (pagination().pageSize().isEmpty() || first.items() < 3 || witness.left() < 1) {
      return Optional.empty();
    }
    if (large == null) {
      large = walk(request, largeSize(), 1);
    }
    return Optional.of(large);
  }

  /** {@return the first pages in a size} */
  Walk pages(int size, int most) {
    return walk(request, size, most);
  }

  /** {@return one page of another request, which is not walked on from} */
  Walk onePage(ListRequest other) {
    Pagination one = pagination();
    Walker single = new Walker(
        witness, Pagination.onePage().newBuilder().items(one.items()).build(), walker.key(), true);
    return single.walk(other.of(client), 0, 1, () -> {});
  }

  /** {@return a walk with something happening between its first page and its second} */
  Walk interrupted(Runnable between) {
    return walker.walk(request.of(client), size, Integer.MAX_VALUE, between);
  }

  /** {@return whether a check is made} */
  boolean isWanted(Check check) {
    return wanted.contains(check);
  }

  ListRequest request() {
    return request;
  }

  Pagination pagination() {
    return walker.pagination();
  }

  ItemKey key() {
    return walker.key();
  }

  Witness witness() {
    return witness;
  }

  /** {@return the position parameters of the query, which are no filters} */
  Set<String> ownNames() {
    Set<String> names = new HashSet<>(Parameters.of(pagination().carrier()));
    pagination().pageSize().map(PageSize::carrier).map(Parameters::of).ifPresent(names::addAll);
    return names;
  }

  /** {@return the commands that show something} */
  List<String> curl(WalkedPage... pages) {
    return curl(Stream.of(pages).map(WalkedPage::exchange).toArray(Exchange[]::new));
  }

  List<String> curl(Exchange... exchanges) {
    HttpUrl start = witness.first().orElseThrow().request().url();
    return Stream.of(exchanges)
        .map(exchange -> Curl.of(exchange.request(), masking.apply(start)))
        .distinct()
        .toList();
  }

  List<String> curlOfLatest() {
    return witness.latest().map(this::curl).orElse(List.of());
  }

  /** {@return what is wrong with the list itself, so that its walk stopped} */
  Optional<PageturnerException> fault() {
    return first
        .failure()
        .filter(failure -> FAULTS_OF_THE_LIST.contains(failure.kind())
            || (FAULTS_OF_LATER_PAGES.contains(failure.kind())
                && failure.pageNumber().orElse(1) > 1));
  }

  /** {@return what becomes of a check that needs the whole list, where that was not read} */
  CheckResult unfinished(Check check) {
    if (fault().isPresent()) {
      return CheckResult.notTried(check, "The list has no end that a client could reach.");
    }
    return CheckResult.notChecked(check, whyUnfinished());
  }

  /** {@return why the first walk did not reach the end} */
  String whyUnfinished() {
    if (first.failure().isPresent()) {
      return "Page " + (first.pages().size() + 1) + " could not be read: "
          + first.failure().get().getMessage() + ".";
    }
    return "The list goes on after " + first.size() + ", and no more than "
        + Shown.counted(witness.allowed(), "request") + " may be sent.";
  }

  /** {@return what becomes of a check whose own requests did not get through} */
  CheckResult notReached(Check check, Walk walk) {
    if (fault().isPresent()) {
      return CheckResult.notTried(check, "A request of this check failed as the walk did.");
    }
    String why = walk.failure()
        .map(failure -> "A request of this check failed: " + failure.getMessage() + ".")
        .orElse("No more than " + Shown.counted(witness.allowed(), "request") + " may be sent.");
    return CheckResult.notChecked(check, why);
  }
}
