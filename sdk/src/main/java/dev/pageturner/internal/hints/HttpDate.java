package dev.pageturner.internal.hints;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three forms of a date in HTTP (RFC 9110, section 5.6.7), read strictly: exact blanks and
 * case, a day that exists and is of that weekday. Second 60 is read in the last minute of a day
 * only.
 */
final class HttpDate {
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private static final String DAY = "(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  private static final String LONG_DAY =
      "(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
  private static final String MONTH = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  private static final String TIME =
      "(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9]|60)";

  private static final Pattern IMF_FIXDATE =
      Pattern.compile(DAY + ", (?<day>[0-9]{2}) " + MONTH + " (?<year>[0-9]{4}) " + TIME + " GMT");
  private static final Pattern RFC_850 = Pattern.compile(
      LONG_DAY + ", (?<day>[0-9]{2})-" + MONTH + "-(?<year>[0-9]{2}) " + TIME + " GMT");
  private static final Pattern ASCTIME = Pattern.compile(
      DAY + " " + MONTH + " (?<day>[0-9]{2}| [0-9]) " + TIME + " (?<year>[0-9]{4})");

  private static final List<Pattern> FORMS = List.of(IMF_FIXDATE, RFC_850, ASCTIME);

  private HttpDate() {}

  /**
   * Reads a date.
   *
   * @param now decides the century of a year of two digits: not more than 50 years ahead
   */
  static Optional<Instant> parse(String value, Instant now) {
    for (Pattern form : FORMS) {
      Matcher date = form.matcher(value);
      if (date.matches()) {
        return instant(date, now);
      }
    }
    return Optional.empty();
  }

  /** {@return the first value that is a date} */
  static Optional<Instant> parseFirst(List<String> values, Instant now) {
    return values.stream().flatMap(value -> parse(value.strip(), now).stream()).findFirst();
  }

  private static Optional<Instant> instant(Matcher date, Instant now) {
    int second = number(date, "second");
    boolean leap = second == 60;
    if (leap && !(number(date, "hour") == 23 && number(date, "minute") == 59)) {
      return Optional.empty();
    }
    try {
      LocalDate day = day(date, now);
      LocalDateTime time =
          day.atTime(number(date, "hour"), number(date, "minute"), leap ? 59 : second);
      boolean sameDay =
          day.getDayOfWeek().getValue() == index(DAYS, date.group("weekday").substring(0, 3));
      Instant instant = time.toInstant(ZoneOffset.UTC).plusSeconds(leap ? 1 : 0);
      return sameDay ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static LocalDate day(Matcher date, Instant now) {
    int month = index(MONTHS, date.group("month"));
    int day = number(date, "day");
    int year = number(date, "year");
    if (date.group("year").length() == 4) {
      return LocalDate.of(year, month, day);
    }
    LocalDate latest = now.atOffset(ZoneOffset.UTC).toLocalDate().plusYears(50);
    int ahead = latest.getYear() - Math.floorMod(latest.getYear() - year, 100);
    boolean tooFar = LocalDate.of(ahead, month, day).isAfter(latest);
    return LocalDate.of(tooFar ? ahead - 100 : ahead, month, day);
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group).strip());
  }

  /** The place of a name of three letters, from 1. */
  private static int index(String names, String name) {
    return names.indexOf(name) / 3 + 1;
  }
}
