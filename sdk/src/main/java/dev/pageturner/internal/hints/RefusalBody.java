package dev.pageturner.internal.hints;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okio.Buffer;

/**
 * What the body of a 403 says: whether "forbidden" means that there were too many requests. Some
 * servers tell it nowhere else.
 *
 * <p>Every text in the JSON counts, whatever its name and wherever it stands: reasons and codes
 * such as {@code userRateLimitExceeded}, messages such as "You have exceeded a secondary rate
 * limit". A limit that will not pass within minutes, such as that of a day, is not meant, nor is
 * one of storage.
 */
public final class RefusalBody {
  /** A message is short; a long text, and there may be one, is searched up to here. */
  private static final int LONGEST_TEXT = 1_000;

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

  /** What is said of a limit by these words alone, but of other things in a sentence. */
  private static final Set<String> REASONS = Set.of(
      "quota exceeded",
      "rate limit",
      "rate limited",
      "request throttled",
      "resource exhausted",
      "slow down",
      "throttled",
      "throttling",
      "throttling exception");

  private static final Pattern PHRASE = Pattern.compile(
      String.join(
          "|",
          "\\brate ?limits?(?: (?:has|have|is|was|been|already)){0,3} (?:exceeded|reached|hit)\\b",
          "\\b(?:exceeded|exceeds|exceeding|reached|hit)(?: \\w+){0,6} rate ?limits?\\b",
          "\\btoo many (?:\\w+ )?(?:requests|calls|queries)\\b",
          "\\brequest limit reached\\b",
          "\\b(?:been|are|being|is|was) (?:rate ?limited|throttled)\\b",
          "\\babuse detection\\b",
          "\\bover (?:qps|queries per second)\\b",
          "\\bexceeded(?: \\w+){0,6} (?:requests|calls|queries) (?:per|a|each|every) (?:second|minute)\\b"));

  private static final Pattern NOT_SOON = Pattern.compile(
      "\\b(?:daily|per day|a day|24 hours|tomorrow|weekly|per week|monthly|per month|storage)\\b");

  private RefusalBody() {}

  /**
   * {@return whether the body speaks of a rate limit that passes within minutes}
   *
   * @param body the body, or its beginning: JSON, or a text
   */
  public static boolean tellsRateLimit(String body) {
    List<String> texts = texts(body).stream().map(RefusalBody::words).toList();
    return texts.stream().anyMatch(RefusalBody::tells)
        && texts.stream().noneMatch(text -> NOT_SOON.matcher(text).find());
  }

  private static boolean tells(String words) {
    return REASONS.contains(words) || PHRASE.matcher(words).find();
  }

  /** {@return the words of a sentence or of a name in any case, between single blanks} */
  private static String words(String text) {
    String beginning = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    String apart = HUMP.matcher(beginning).replaceAll(" ").toLowerCase(Locale.ROOT);
    return NO_WORD.matcher(apart).replaceAll(" ").strip();
  }

  private static List<String> texts(String body) {
    String stripped = body.strip();
    if (stripped.startsWith("{") || stripped.startsWith("[") || stripped.startsWith("\"")) {
      return jsonTexts(stripped);
    }
    // A page of markup has many words, and those of a gateway are not the API's.
    return stripped.startsWith("<") ? List.of() : List.of(stripped);
  }

  /** {@return the values that are texts; of JSON that is cut or damaged, those before} */
  private static List<String> jsonTexts(String json) {
    List<String> texts = new ArrayList<>();
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      while (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        next(reader, texts);
      }
    } catch (IOException | JsonDataException cut) {
      // What was read counts: only the beginning of a long body is looked at.
    }
    return texts;
  }

  private static void next(JsonReader reader, List<String> texts) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> reader.beginObject();
      case END_OBJECT -> reader.endObject();
      case BEGIN_ARRAY -> reader.beginArray();
      case END_ARRAY -> reader.endArray();
      case NAME -> reader.skipName();
      case STRING -> texts.add(reader.nextString());
      default -> reader.skipValue();
    }
  }
}
