package dev.pageturner.openapi.check;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.openapi.curl.Masking;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a list pages honestly.
 *
 * <pre>{@code
 * PagingCheck.of(client).list("/users").run().requireHonest();
 * }</pre>
 *
 * <p>The list is walked to its end, and once more for its order; a few requests ask for other page
 * sizes, and one sends a cursor with another filter. Only reading requests are sent, through the
 * client with its credentials, retries and rate limit, and no more than {@link #maxRequests} of
 * them. Immutable; each {@link #run} asks the server anew.
 */
public final class PagingCheck {
  private static final int MOST_REQUESTS = 100;
  private static final int ENOUGH_PAGES = 2;
  private static final int KEPT_BACK = 10;
  private static final Set<Check> OF_WHOLE_LISTS =
      EnumSet.complementOf(EnumSet.of(Check.SIZE, Check.FILTER, Check.LIMITS, Check.HEADERS));

  private final ApiClient client;
  private final Options options;

  /** What was said; copied with each change. */
  private static final class Options {
    private ListRequest request = new ListRequest("/", UnaryOperator.identity());
    private String name = "";
    private Pagination pagination = Pagination.detect();
    private @Nullable ItemKey key;
    private boolean samples;
    private int pageSize;
    private int maxRequests = MOST_REQUESTS;
    private Filter.@Nullable Other filter;
    private @Nullable Runnable insert;
    private Set<Check> checks = EnumSet.allOf(Check.class);
    private Function<HttpUrl, Masking> masking = Masking::byName;

    Options copy() {
      Options copy = new Options();
      copy.request = request;
      copy.name = name;
      copy.pagination = pagination;
      copy.key = key;
      copy.samples = samples;
      copy.pageSize = pageSize;
      copy.maxRequests = maxRequests;
      copy.filter = filter;
      copy.insert = insert;
      copy.checks = checks;
      copy.masking = masking;
      return copy;
    }
  }

  private PagingCheck(ApiClient client, Options options) {
    this.client = client;
    this.options = options;
  }

  /** {@return a check of the API of a client, whose root is the list until one is named} */
  public static PagingCheck of(ApiClient client) {
    return new PagingCheck(Objects.requireNonNull(client, "client"), new Options());
  }

  private PagingCheck with(java.util.function.Consumer<Options> change) {
    Options copy = options.copy();
    change.accept(copy);
    return new PagingCheck(client, copy);
  }

  /** Sets the list by its path below the base URL; a query may follow. */
  public PagingCheck list(String path) {
    return list(path, UnaryOperator.identity());
  }

  /**
   * Sets the list by its path and what else its request needs.
   *
   * @param path the path below the base URL, with names in braces for path parameters; a query may
   *     follow
   * @param parts adds path parameters, headers, a body; a POST has to be one that only reads
   */
  public PagingCheck list(String path, UnaryOperator<ApiRequest> parts) {
    ListRequest request = new ListRequest(path, parts);
    return with(copy -> copy.request = request);
  }

  /** Sets what the list is called in the report. Default: its path. */
  public PagingCheck named(String name) {
    return with(copy -> copy.name = name);
  }

  /** Sets how the list pages. Default: recognised from the first response. */
  public PagingCheck pagination(Pagination pagination) {
    return with(copy -> copy.pagination = pagination);
  }

  /**
   * Sets what tells items apart. Default: a member such as {@code id} that all items have, else the
   * whole item.
   *
   * @param member a member's name, or a JSON Pointer such as {@code /meta/id}
   */
  public PagingCheck key(String member) {
    ItemKey named = ItemKey.named(member);
    return with(copy -> copy.key = named);
  }

  /**
   * Takes two items for the same only if they are equal as wholes: those of a mock server are
   * samples, whose ids may repeat by chance. Default: items with equal ids are the same.
   */
  public PagingCheck ofSamples() {
    return with(copy -> copy.samples = true);
  }

  /** Sets the items per page of the walks, from 1. Default: what the server gives. */
  public PagingCheck pageSize(int items) {
    requireAtLeast(1, items, "pageSize");
    return with(copy -> copy.pageSize = items);
  }

  /** Sets the most requests to send, from 1, repeated ones included. Default: 100. */
  public PagingCheck maxRequests(int requests) {
    requireAtLeast(1, requests, "maxRequests");
    return with(copy -> copy.maxRequests = requests);
  }

  private static void requireAtLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " < " + least + ": " + value);
    }
  }

  /**
   * Sets a filter that makes another list, for {@link Check#FILTER}. Default: the list without the
   * first filter in its own query.
   *
   * @param parameter the query parameter
   * @param value a value that chooses other items
   */
  public PagingCheck otherFilter(String parameter, String value) {
    Filter.Other other = new Filter.Other(parameter, value);
    return with(copy -> copy.filter = other);
  }

  /** Sets what adds an item to the list, for {@link Check#INSERT}. Default: nothing is written. */
  public PagingCheck insert(Runnable insert) {
    return with(copy -> copy.insert = insert);
  }

  /**
   * Leaves out all checks but these.
   *
   * @throws IllegalArgumentException if there are none
   */
  public PagingCheck only(Set<Check> checks) {
    if (checks.isEmpty()) {
      throw new IllegalArgumentException("no check is left to make");
    }
    Set<Check> wanted = Set.copyOf(checks);
    return with(copy -> copy.checks = wanted);
  }

  /**
   * Sets how secrets are masked in the commands of findings. Default: {@link Masking#byName}.
   *
   * @param masking makes the masking from the URL of the first request
   */
  public PagingCheck masking(Function<HttpUrl, Masking> masking) {
    return with(copy -> copy.masking = masking);
  }

  /**
   * Sends the requests and judges what comes.
   *
   * @return the report; failures of the server are in it, too
   */
  public CheckReport run() {
    Witness witness = new Witness(options.maxRequests);
    Walker walker = new Walker(witness, options.pagination, options.key, !options.samples);
    try (ApiClient watched = client.withOkHttpClient(witness::watch)) {
      boolean whole = options.checks.stream().anyMatch(OF_WHOLE_LISTS::contains);
      Survey survey = new Survey(
          watched,
          options.request,
          witness,
          walker,
          options.pageSize,
          whole ? mostPages() : ENOUGH_PAGES,
          options.checks,
          options.masking);
      return report(survey, results(survey));
    }
  }

  /** A list that is too long leaves some requests for the checks that do not need its end. */
  private int mostPages() {
    return options.maxRequests > 2 * KEPT_BACK
        ? options.maxRequests - KEPT_BACK
        : Integer.MAX_VALUE;
  }

  private List<CheckResult> results(Survey survey) {
    List<CheckResult> results = new ArrayList<>();
    for (Check check : Check.values()) {
      if (options.checks.contains(check)) {
        results.add(result(check, survey));
      }
    }
    return results;
  }

  private CheckResult result(Check check, Survey survey) {
    return switch (check) {
      case COMPLETE -> CompleteCheck.of(survey);
      case UNIQUE -> UniqueCheck.of(survey);
      case ORDER -> OrderCheck.of(survey);
      case SIZE -> SizeCheck.of(survey);
      case END -> EndCheck.of(survey);
      case TOTALS -> TotalsCheck.of(survey);
      case FILTER -> FilterCheck.of(survey, options.filter);
      case LINKS -> LinksCheck.of(survey);
      case INSERT -> InsertCheck.of(survey, options.insert);
      case LIMITS -> LimitsCheck.of(survey);
      case HEADERS -> HeadersCheck.of(survey);
    };
  }

  private CheckReport report(Survey survey, List<CheckResult> results) {
    boolean known = !survey.pagination().isDetected();
    String path = options.request.path().split("\\?", 2)[0];
    return new CheckReport(
        options.name.isEmpty() ? path : options.name,
        known ? Optional.of(survey.pagination()) : Optional.empty(),
        survey.first().items(),
        survey.first().pages().size(),
        survey.witness().sent(),
        options.maxRequests,
        results);
  }
}
