package dev.pageturner.internal.paging;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.pagination.Mark;
import dev.pageturner.position.CursorValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A value of a mark: an instant, a number or a text, which compare as such.
 *
 * @param sent the value as the server sent it
 * @param number the number, if it is one
 * @param time the instant, if it is one
 */
record MarkValue(
    CursorValue sent, @Nullable BigDecimal number, @Nullable OffsetDateTime time)
    implements Comparable<MarkValue> {
  private static final int LONGEST_NUMBER = 40;

  /** {@return a value; null if there is none, or one that has no order} */
  static @Nullable MarkValue of(@Nullable String json) {
    CursorValue sent = PageFacts.valueOf(json);
    if (sent == null || sent.text().isEmpty()) {
      return null;
    } else if (!sent.json()) {
      return new MarkValue(sent, null, time(sent.text()));
    }
    BigDecimal number = number(sent.text());
    return number == null ? null : new MarkValue(sent, number, null);
  }

  private static @Nullable OffsetDateTime time(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static MarkValue at(OffsetDateTime time) {
    return new MarkValue(CursorValue.text(ISO_OFFSET_DATE_TIME.format(time)), null, time);
  }

  /** {@return the earlier one of this value and an instant; this one if it is none} */
  MarkValue noLaterThan(@Nullable Instant most) {
    return most != null && time != null && time.toInstant().isAfter(most)
        ? at(most.atOffset(time.getOffset()))
        : this;
  }

  /** Numbers come before instants, and those before other texts. */
  @Override
  public int compareTo(MarkValue other) {
    if (number != null && other.number != null) {
      return number.compareTo(other.number);
    } else if (time != null && other.time != null) {
      return time.toInstant().compareTo(other.time.toInstant());
    }
    int kinds = Integer.compare(kind(), other.kind());
    return kinds == 0 ? sent.text().compareTo(other.sent.text()) : kinds;
  }

  private int kind() {
    return number != null ? 0 : time != null ? 1 : 2;
  }

  /**
   * {@return the value from which the look-back of a mark begins}
   *
   * @throws PageturnerException if the mark looks back, and this value has no way back
   */
  MarkValue back(Mark mark) {
    boolean back = !mark.lookBack().isZero() || mark.numbersBack() > 0;
    if (!back) {
      return this;
    } else if (number != null && mark.numbersBack() > 0) {
      BigDecimal from = number.subtract(BigDecimal.valueOf(mark.numbersBack()));
      return new MarkValue(CursorValue.json(from.toPlainString()), from, null);
    } else if (time != null && !mark.lookBack().isZero()) {
      return at(time.minus(mark.lookBack()));
    }
    throw new PageturnerException.Paging(
        Kind.CONFIG,
        "the values at " + mark.value() + " are " + (number == null ? "texts" : "numbers")
            + ", which the look-back of the " + mark + " does not fit",
        null);
  }
}
