package dev.pageturner.laws;

import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.StopReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One list, the server's answers, and what must come of it: plain data, the same for the sync and
 * the async side.
 *
 * <p>Texts are JSON with {@code '} for {@code "}; {@code {server}} stands for the server's origin.
 *
 * @param name what holds
 * @param list what is asked for
 * @param steps the requests in order, exactly as they go over the wire, each with its answer
 * @param items the JSON of the items that the consumer gets
 * @param outcome how it ends
 * @param limits which ways of running it do not apply
 */
public record Scenario(
    String name,
    Listing list,
    List<Step> steps,
    List<String> items,
    Outcome outcome,
    Limits limits) {

  /**
   * What is asked for.
   *
   * @param method the HTTP method
   * @param path path and query
   * @param body the JSON body, empty for none
   * @param headers of each request
   * @param pagination how the list pages
   * @param pageSize 0 for none
   * @param maxItems {@link Long#MAX_VALUE} for all
   * @param maxPages {@link Long#MAX_VALUE} for all
   * @param maxEmptyPages 0 for the default
   * @param take how many items the consumer asks for, {@link Long#MAX_VALUE} for all
   */
  public record Listing(
      String method,
      String path,
      String body,
      Map<String, String> headers,
      Pagination pagination,
      int pageSize,
      long maxItems,
      long maxPages,
      int maxEmptyPages,
      long take) {}

  /**
   * A request and its answer.
   *
   * @param request method and target, then the headers that carry a position, then the body
   * @param status of the answer
   * @param headers of the answer, each as {@code name: value}
   * @param body of the answer
   */
  public record Step(String request, int status, List<String> headers, String body) {}

  /**
   * How it ends: for a reason, or with an error.
   *
   * @param end the reason, null for an error, or if the consumer stops by itself
   * @param error the kind of the error, null for none
   * @param page the page that the error names, 0 for none
   * @param warnings how many warnings the listener gets
   */
  public record Outcome(StopReason end, Kind error, int page, int warnings) {}

  /**
   * Which ways of running a scenario do not apply.
   *
   * @param resumable whether a traversal may be cut in two at any item
   * @param streamed whether pages may be streamed; items before a broken one come then
   * @param detected whether {@link Pagination#detect()} must come to the same
   */
  public record Limits(boolean resumable, boolean streamed, boolean detected) {}

  /** {@return a builder of a scenario of this name} */
  public static Builder scenario(String name) {
    return new Builder(name);
  }

  /** {@return this scenario with pagination that is detected} */
  public Scenario withDetection() {
    Listing l = list;
    Listing detecting = new Listing(
        l.method,
        l.path,
        l.body,
        l.headers,
        Pagination.detect(),
        l.pageSize,
        l.maxItems,
        l.maxPages,
        l.maxEmptyPages,
        l.take);
    return new Scenario(name + ", detected", detecting, steps, items, outcome, limits);
  }

  /** {@return the requests, in order} */
  public List<String> requests() {
    return steps.stream().map(Step::request).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  /** Puts a scenario together. */
  public static final class Builder {
    private final String name;
    private String method = "GET";
    private String path = "/names";
    private String body = "";
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Pagination pagination = Pagination.detect();
    private int pageSize;
    private long maxItems = Long.MAX_VALUE;
    private long maxPages = Long.MAX_VALUE;
    private int maxEmptyPages;
    private long take = Long.MAX_VALUE;
    private final List<Step> steps = new ArrayList<>();
    private List<String> items = List.of();
    private int warnings;
    private boolean resumable = true;
    private boolean streamed = true;
    private boolean detected;

    private Builder(String name) {
      this.name = name;
    }

    /** Says what is listed: path and query, by GET. */
    public Builder list(String path, Pagination pagination) {
      this.path = path;
      this.pagination = Objects.requireNonNull(pagination);
      return this;
    }

    /** Says what is listed by POST. */
    public Builder post(String path, String body, Pagination pagination) {
      this.method = "POST";
      this.body = json(body);
      return list(path, pagination);
    }

    /** Adds a header to the list's requests. */
    public Builder header(String header, String value) {
      headers.put(header, value);
      return this;
    }

    /** Sets the page size. */
    public Builder pageSize(int size) {
      this.pageSize = size;
      return this;
    }

    /** Ends the traversal after so many items. */
    public Builder maxItems(long max) {
      this.maxItems = max;
      return forwardsOnly();
    }

    /** Ends the traversal after so many pages. */
    public Builder maxPages(long max) {
      this.maxPages = max;
      return forwardsOnly();
    }

    /** Takes so many empty pages for a fault. */
    public Builder maxEmptyPages(int max) {
      this.maxEmptyPages = max;
      return forwardsOnly();
    }

    /** Makes the consumer stop by itself. */
    public Builder take(long count) {
      this.take = count;
      return this;
    }

    /** The next request. */
    public Reply on(String request) {
      return new Reply(this, json(request));
    }

    /** Says which items come. */
    public Builder items(String... jsons) {
      this.items = Arrays.stream(jsons).map(Builder::json).toList();
      return this;
    }

    /** The listener is warned so often. */
    public Builder warns(int times) {
      this.warnings = times;
      return this;
    }

    /** A second traversal from a checkpoint would see another server. */
    public Builder forwardsOnly() {
      this.resumable = false;
      return this;
    }

    /** Streaming would give out items before the fault is seen. */
    public Builder wholePagesOnly() {
      this.streamed = false;
      return this;
    }

    /** Detection must come to the same. */
    public Builder alsoDetected() {
      this.detected = true;
      return this;
    }

    /** {@return the scenario, which ends for a reason} */
    public Scenario ends(StopReason reason) {
      return build(new Outcome(reason, null, 0, warnings));
    }

    /** {@return the scenario, which ends since the list is complete} */
    public Scenario complete() {
      return ends(StopReason.END_OF_LIST);
    }

    /** {@return the scenario, whose consumer stops by itself} */
    public Scenario stopsByItself() {
      return build(new Outcome(null, null, 0, warnings));
    }

    /** {@return the scenario, which ends with an error at a page} */
    public Scenario fails(Kind kind, int page) {
      return build(new Outcome(null, kind, page, warnings));
    }

    private Scenario build(Outcome outcome) {
      Listing list = new Listing(
          method,
          path,
          body,
          Map.copyOf(headers),
          pagination,
          pageSize,
          maxItems,
          maxPages,
          maxEmptyPages,
          take);
      Limits limits = new Limits(resumable, streamed, detected);
      return new Scenario(name, list, List.copyOf(steps), items, outcome, limits);
    }

    static String json(String text) {
      return text.replace('\'', '"');
    }
  }

  /** The answer to a request. */
  public static final class Reply {
    private final Builder scenario;
    private final String request;
    private final List<String> headers = new ArrayList<>();

    private Reply(Builder scenario, String request) {
      this.scenario = scenario;
      this.request = request;
    }

    /** Adds a header to the answer. */
    public Reply header(String header, String value) {
      headers.add(header + ": " + value);
      return this;
    }

    /** {@return the scenario, with an answer of status 200} */
    public Builder reply(String json) {
      return reply(200, json);
    }

    /** {@return the scenario, with an answer} */
    public Builder reply(int status, String json) {
      scenario.steps.add(new Step(request, status, List.copyOf(headers), Builder.json(json)));
      return scenario;
    }
  }
}
