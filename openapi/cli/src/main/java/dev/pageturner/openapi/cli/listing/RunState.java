package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.cli.options.PaginationOptions;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Verdict.Certainty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run stands: what the output holds, and where in the list it goes on after that.
 *
 * @param checkpoint where to go on; it knows how many pages of the list are before that
 * @param bytes the length of the output that belongs to it
 * @param items the items in the output, or the pages
 * @param raw whether pages are written rather than items
 * @param end how far the end of the list can be believed, if it was reached
 * @param pagination how the list pages, as options, so that it need not be recognised again
 */
record RunState(
    Checkpoint checkpoint,
    long bytes,
    long items,
    boolean raw,
    Optional<Certainty> end,
    List<String> pagination) {
  private static final long VERSION = 2;
  private static final String NONE = "none";

  RunState {
    pagination = List.copyOf(pagination);
    if (bytes < 0 || items < 0) {
      throw new IllegalArgumentException("less than nothing was written");
    }
  }

  /** {@return whether the list is complete: there is nothing to go on with} */
  boolean isComplete() {
    return end.filter(certainty -> certainty == Certainty.PROVED).isPresent();
  }

  /** {@return the pages of the list before that of the checkpoint} */
  long pagesBefore() {
    return checkpoint.place().pages();
  }

  /** {@return how to go on, given what was said: what was recognised need not be again} */
  Pagination pagination(Pagination said) {
    return said.isDetected() && !pagination.isEmpty() ? PaginationOptions.parse(pagination) : said;
  }

  /** {@return whether the run was one over pages of this kind} */
  boolean isOf(Pagination said) {
    return pagination.isEmpty() || PaginationOptions.parse(pagination).equals(pagination(said));
  }

  /**
   * Makes sure that what was written fits what would follow it.
   *
   * @throws PageturnerException.BadCheckpoint if other things were written
   */
  void requireSameContent(boolean raw, Pagination said) {
    if (this.raw != raw) {
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint is of a run with" + (raw ? "out" : "") + " --raw-pages", null);
    }
    Items items = PaginationOptions.parse(pagination).items();
    boolean open = said.items() instanceof Items.Found || items instanceof Items.Found;
    if (!raw && !open && !said.items().equals(items)) {
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint is of a run with other --items: " + items, null);
    }
  }

  /** {@return one line of JSON, for {@link #parse}} */
  @Override
  public String toString() {
    Map<String, RawJson> members = new LinkedHashMap<>();
    members.put("pageturner_get", RawJson.of(VERSION));
    members.put("bytes", RawJson.of(bytes));
    members.put("items", RawJson.of(items));
    members.put("raw", RawJson.of(raw));
    members.put("end", RawJson.of(end.map(RunState::word).orElse(NONE)));
    members.put(
        "pagination", RawJson.ofArray(pagination.stream().map(RawJson::of).toList()));
    members.put("checkpoint", RawJson.parse(checkpoint.toString()));
    return RawJson.ofObject(members).text();
  }

  private static String word(Certainty certainty) {
    return certainty.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Optional<Certainty> certainty(String word) {
    Optional<Certainty> known = Arrays.stream(Certainty.values())
        .filter(certainty -> word(certainty).equals(word))
        .findFirst();
    if (known.isEmpty() && !word.equals(NONE)) {
      throw new IllegalArgumentException("it is damaged");
    }
    return known;
  }

  /**
   * {@return what {@link #toString} wrote}
   *
   * @throws IllegalArgumentException if it is damaged, or something else
   */
  static RunState parse(String text) {
    RawJson json = RawJson.parse(text);
    try {
      if (member(json, "pageturner_get").asLong() != VERSION) {
        throw new IllegalArgumentException("it is of another version");
      }
      List<String> pagination =
          member(json, "pagination").elements().stream().map(RawJson::asString).toList();
      // Better now than in the middle of the run.
      Pagination known = PaginationOptions.parse(pagination);
      return new RunState(
          Checkpoint.parse(member(json, "checkpoint").text()),
          member(json, "bytes").asLong(),
          member(json, "items").asLong(),
          member(json, "raw").asBoolean(),
          certainty(member(json, "end").asString()),
          known.isDetected() ? List.of() : pagination);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("it is damaged", e);
    }
  }

  private static RawJson member(RawJson json, String name) {
    return json.get(name)
        .orElseThrow(() -> new IllegalArgumentException("it is none of this program, or damaged"));
  }
}
