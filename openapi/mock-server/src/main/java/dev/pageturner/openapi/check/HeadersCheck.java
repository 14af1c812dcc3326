package dev.pageturner.openapi.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** Whether media type, character set, caching and compression fit the pages. */
final class HeadersCheck {
  private static final int WORTH_COMPRESSING = 10_000;
  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})");

  private final Survey survey;
  private final List<Finding> findings = new ArrayList<>();

  private HeadersCheck(Survey survey) {
    this.survey = survey;
  }

  static CheckResult of(Survey survey) {
    return survey.first().pages().isEmpty()
        ? survey.unfinished(Check.HEADERS)
        : new HeadersCheck(survey).check();
  }

  private CheckResult check() {
    List<WalkedPage> pages = survey.first().pages();
    pages.stream()
        .map(this::content)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(findings::add);
    pages.stream()
        .map(this::caching)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(findings::add);
    pages.stream()
        .filter(page -> page.bytes() > WORTH_COMPRESSING)
        .filter(page -> page.exchange().headers().get("Content-Encoding") == null)
        .findFirst()
        .map(page -> finding(
            Severity.NOTE,
            page,
            "A page of " + Shown.counted(page.bytes(), "byte") + " came uncompressed, although gzip"
                + " was offered.",
            "Compress pages: JSON often shrinks to a tenth."))
        .ifPresent(findings::add);
    Headers first = pages.get(0).exchange().headers();
    return CheckResult.of(
        Check.HEADERS,
        Stream.of("Content-Type", "Cache-Control", "ETag", "Content-Encoding")
                .map(name -> Optional.ofNullable(first.get(name))
                    .map(value -> name + ": " + Shown.value(value)))
                .flatMap(Optional::stream)
                .reduce((a, b) -> a + ", " + b)
                .orElse("Nothing is told")
            + ".",
        findings);
  }

  private Optional<Finding> content(WalkedPage page) {
    @Nullable String said = page.exchange().headers().get("Content-Type");
    @Nullable MediaType type = said == null ? null : MediaType.parse(said);
    if (type == null) {
      return Optional.of(finding(
          Severity.WARNING,
          page,
          "Page " + page.number()
              + (said == null
                  ? " has no Content-Type."
                  : " has a Content-Type that is none: " + Shown.value(said) + "."),
          "Say what it is: Content-Type: application/json."));
    }
    boolean json = type.subtype()
        .toLowerCase(Locale.ROOT)
        .matches(".*(json|jsonl|json-seq|ndjson|jsonlines).*");
    if (!json) {
      return Optional.of(finding(
          Severity.WARNING,
          page,
          "Page " + page.number() + " is JSON, and its Content-Type says "
              + Shown.value(String.valueOf(said)) + ".",
          "Say what it is: Content-Type: application/json."));
    }
    @Nullable String charset = type.parameter("charset");
    return charset == null || charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())
        ? Optional.empty()
        : Optional.of(finding(
            Severity.WARNING,
            page,
            "Page " + page.number() + " says charset=" + Shown.value(charset)
                + ", and JSON is UTF-8.",
            "Leave the charset out, and send UTF-8 (RFC 8259, section 8.1)."));
  }

  private Optional<Finding> caching(WalkedPage page) {
    Headers headers = page.exchange().headers();
    String control = String.join(", ", headers.values("Cache-Control")).toLowerCase(Locale.ROOT);
    boolean personal = page.exchange().request().header("Authorization") != null;
    if (personal && control.contains("public")) {
      return Optional.of(
          finding(
              Severity.WARNING,
              page,
              "Page " + page.number()
                  + " was asked for with credentials, and shared caches may keep it"
                  + " (Cache-Control: public).",
              "Say Cache-Control: private or no-store, or one user may be shown the pages of another."));
    }
    Matcher age = MAX_AGE.matcher(control);
    if (age.find() && !Objects.equals(age.group(1), "0") && !control.contains("no-cache")) {
      return Optional.of(finding(
          Severity.NOTE,
          page,
          "Caches may keep pages for " + age.group(1)
              + " s, so that a walk can mix old pages and new" + " ones.",
          "Say Cache-Control: no-cache with an ETag, where that matters."));
    }
    boolean told =
        !control.isEmpty() || headers.get("ETag") != null || headers.get("Last-Modified") != null;
    return told
        ? Optional.empty()
        : Optional.of(finding(
            Severity.NOTE,
            page,
            "Nothing says whether pages may be cached.",
            "Say Cache-Control, such as no-store, or no-cache with an ETag."));
  }

  private Finding finding(Severity severity, WalkedPage page, String what, String remedy) {
    return new Finding(severity, what, remedy, survey.curl(page));
  }
}
