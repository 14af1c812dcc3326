package dev.pageturner.openapi.spelling;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Mark;
import dev.pageturner.pagination.Sync;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the last page offers for later, in the forms in which it is written.
 *
 * @param at where it is: the place of a token, {@code url:} before that of a URL, {@code mark:}
 *     before the path of the ordered field of an item
 * @param send how a token or a mark travels, empty for a URL
 * @param back how far before a mark the next traversal begins: a duration of ISO 8601, a number
 * @param window how many items are remembered beside a mark
 */
record SyncText(String at, List<String> send, List<String> back, OptionalInt window) {
  private static final String URL = "url:";
  private static final String MARK = "mark:";

  static SyncText of(Sync sync) {
    if (sync instanceof Sync.Link link) {
      return new SyncText(
          URL + PartTexts.of(link.source()), List.of(), List.of(), OptionalInt.empty());
    } else if (sync instanceof Sync.Token token) {
      return new SyncText(
          PartTexts.of(token.source()),
          PartTexts.of(token.carrier()),
          List.of(),
          OptionalInt.empty());
    } else if (sync instanceof Mark mark) {
      return new SyncText(
          MARK + mark.value().text(),
          PartTexts.of(mark.carrier()),
          backs(mark),
          mark.window() == Mark.USUAL_WINDOW ? OptionalInt.empty() : OptionalInt.of(mark.window()));
    }
    throw new IllegalStateException("said by no word: " + sync);
  }

  private static List<String> backs(Mark mark) {
    List<String> backs = new ArrayList<>();
    if (!mark.lookBack().isZero()) {
      backs.add(mark.lookBack().toString());
    }
    if (mark.numbersBack() > 0) {
      backs.add(Long.toString(mark.numbersBack()));
    }
    return backs;
  }

  /** {@return what is said} */
  Sync sync() {
    if (at.startsWith(URL)) {
      refuse(!send.isEmpty(), "a URL is followed, and not sent");
      refuseMarks();
      return new Sync.Link(PartTexts.source(at.substring(URL.length())));
    }
    refuse(send.isEmpty(), "a token or a mark has to be sent, such as by query:since");
    Carrier carrier = PartTexts.carrier(send);
    if (!at.startsWith(MARK)) {
      refuseMarks();
      return Sync.token(PartTexts.source(at), carrier);
    }
    Mark mark = Mark.of(at.substring(MARK.length()), carrier);
    for (String each : back) {
      mark = each.startsWith("P")
          ? mark.lookBack(duration(each))
          : mark.lookBack(PartTexts.count(each));
    }
    return window.isEmpty() ? mark : mark.window(window.getAsInt());
  }

  private void refuseMarks() {
    refuse(!back.isEmpty() || window.isPresent(), "only a mark (mark:PATH) looks back");
  }

  private static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new IllegalArgumentException(why);
    }
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no duration such as PT5M: '" + text + "'");
    }
  }
}
