package dev.pageturner.openapi.cli.listing;

import dev.pageturner.json.Json;
import dev.pageturner.openapi.cli.options.PaginationOptions;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a run stands: what the output holds, and where in the list it goes on after that.
 *
 * @param checkpoint where to go on
 * @param bytes the length of the output that belongs to it
 * @param items the items in the output, or the pages
 * @param pages the pages of the list before that of the checkpoint
 * @param raw whether pages are written rather than items
 * @param complete whether the list has ended
 * @param pagination how the list pages, as options, so that it need not be recognised again
 */
record RunState(
    Checkpoint checkpoint,
    long bytes,
    long items,
    long pages,
    boolean raw,
    boolean complete,
    List<String> pagination) {
  private static final long VERSION = 1;

  RunState {
    pagination = List.copyOf(pagination);
    if (bytes < 0 || items < 0 || pages < 0) {
      throw new IllegalArgumentException("less than nothing was written");
    }
  }

  /** {@return one line of JSON, for {@link #parse}} */
  @Override
  public String toString() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("pageturner_get", Json.of(VERSION));
    members.put("bytes", Json.of(bytes));
    members.put("items", Json.of(items));
    members.put("pages", Json.of(pages));
    members.put("raw", Json.of(raw));
    members.put("complete", Json.of(complete));
    members.put("pagination", Json.ofArray(pagination.stream().map(Json::of).toList()));
    members.put("checkpoint", Json.parse(checkpoint.toString()));
    return Json.ofObject(members).text();
  }

  /**
   * {@return what {@link #toString} wrote}
   *
   * @throws IllegalArgumentException if it is damaged, or something else
   */
  static RunState parse(String text) {
    Json json = Json.parse(text);
    try {
      if (member(json, "pageturner_get").asLong() != VERSION) {
        throw new IllegalArgumentException("it is of another version");
      }
      List<String> pagination =
          member(json, "pagination").elements().stream().map(Json::asString).toList();
      // Better now than in the middle of the run.
      Pagination known = PaginationOptions.parse(pagination);
      return new RunState(
          Checkpoint.parse(member(json, "checkpoint").text()),
          member(json, "bytes").asLong(),
          member(json, "items").asLong(),
          member(json, "pages").asLong(),
          member(json, "raw").asBoolean(),
          member(json, "complete").asBoolean(),
          known.isDetected() ? List.of() : pagination);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("it is damaged", e);
    }
  }

  private static Json member(Json json, String name) {
    return json.get(name)
        .orElseThrow(() -> new IllegalArgumentException("it is none of this program, or damaged"));
  }
}
