package dev.pageturner.openapi.mockserver.internal.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Texts of a format that OpenAPI or JSON Schema names.
 *
 * @param write makes the text of a number
 * @param read guesses the number of a text
 */
record FormatForm(LongFunction<String> write, ToLongFunction<String> read) implements TextForm {
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  private static final Map<String, FormatForm> FORMS = Map.ofEntries(
      Map.entry("date-time", new FormatForm(FormatForm::moment, FormatForm::seconds)),
      Map.entry("date", new FormatForm(FormatForm::day, FormatForm::days)),
      Map.entry("time", digits(n -> "10:%02d:%02dZ".formatted(n / 60 % 60, n % 60))),
      Map.entry("duration", digits(n -> "PT" + n + "S")),
      Map.entry("uuid", new FormatForm(FormatForm::uuid, FormatForm::lastTwelve)),
      Map.entry("guid", new FormatForm(FormatForm::uuid, FormatForm::lastTwelve)),
      Map.entry("email", mail()),
      Map.entry("idn-email", mail()),
      Map.entry("uri", digits(n -> "https://example.com/" + n)),
      Map.entry("url", digits(n -> "https://example.com/" + n)),
      Map.entry("iri", digits(n -> "https://example.com/" + n)),
      Map.entry("uri-reference", digits(n -> "/" + n)),
      Map.entry("iri-reference", digits(n -> "/" + n)),
      Map.entry("hostname", digits(n -> "example.host-" + n)),
      Map.entry("idn-hostname", digits(n -> "example.host-" + n)),
      Map.entry("ipv4", new FormatForm(FormatForm::ipv4, FormatForm::ipv4Number)),
      Map.entry("ipv6", digits(n -> "2001:db8::" + n / 10_000 % 10_000 + ":" + n % 10_000)),
      Map.entry("byte", new FormatForm(FormatForm::base64, FormatForm::ofBase64)),
      Map.entry("int32", number()),
      Map.entry("int64", number()),
      Map.entry("uint32", number()),
      Map.entry("uint64", number()),
      Map.entry("decimal", number()),
      Map.entry("snowflake", number()),
      Map.entry("json-pointer", digits(n -> "/" + n)));

  static Optional<TextForm> of(String format) {
    return Optional.ofNullable(FORMS.get(format.toLowerCase(Locale.ROOT)));
  }

  @Override
  public String text(long number) {
    return write.apply(number);
  }

  @Override
  public long guess(String text) {
    return read.applyAsLong(text);
  }

  private static FormatForm digits(LongFunction<String> write) {
    return new FormatForm(write, text -> Texts.lastNumber(text).orElse(-1));
  }

  private static FormatForm mail() {
    return digits(n -> "user" + n + "@example.com");
  }

  private static FormatForm number() {
    return new FormatForm(
        n -> Long.toString(n + 1), text -> Texts.lastNumber(text).orElse(0) - 1);
  }

  private static String moment(long number) {
    return FIRST.plusSeconds(number * 60).toString();
  }

  private static long seconds(String text) {
    try {
      return (OffsetDateTime.parse(text).toEpochSecond() - FIRST.getEpochSecond()) / 60;
    } catch (DateTimeParseException e) {
      return -1;
    }
  }

  private static String day(long number) {
    return FIRST_DAY.plusDays(number % 1_000_000).toString();
  }

  private static long days(String text) {
    try {
      return LocalDate.parse(text).toEpochDay() - FIRST_DAY.toEpochDay();
    } catch (DateTimeParseException e) {
      return -1;
    }
  }

  private static String uuid(long number) {
    return "%08x-0000-4000-8000-%012x"
        .formatted((number * 0x9e3779b97f4a7c15L) >>> 32, number & 0xffff_ffff_ffffL);
  }

  private static long lastTwelve(String text) {
    String last = text.substring(Math.max(0, text.length() - 12));
    return last.matches("[0-9a-f]{12}") ? Long.parseLong(last, 16) : -1;
  }

  private static String ipv4(long number) {
    return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
  }

  private static long ipv4Number(String text) {
    long number = 0;
    for (String part : text.split("\\.", -1)) {
      if (!part.matches("\\d{1,3}")) {
        return -1;
      }
      number = number << 8 | Integer.parseInt(part);
    }
    return number & 0xff_ffff;
  }

  private static String base64(long number) {
    byte[] bytes = ("bytes " + number).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static long ofBase64(String text) {
    try {
      String plain = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      return Texts.lastNumber(plain).orElse(-1);
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
