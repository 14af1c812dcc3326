package dev.pageturner.openapi.cli.record;

import dev.pageturner.internal.url.SecretNames;
import dev.pageturner.json.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body without the values that are secrets by their names: members of JSON, also line by line,
 * parameters of URLs within, and fields of forms. Numbers and texts are masked, and so are those in
 * an array; of an object, what is in it is judged by its own name.
 *
 * <p>A member {@code token} is a secret of an item, and outside any array the server's cursor.
 * {@code key} and {@code sid} are no secrets here, since APIs call the ids of things so.
 */
final class BodyMask {
  private static final Set<String> IDS = Set.of("key", "sid");
  private static final Pattern ENDING =
      Pattern.compile(".*(?:password|passwd|passphrase|secret|apikey"
          + "|accesskey|privatekey|accesstoken|refreshtoken|idtoken|authtoken|apitoken|sessiontoken"
          + "|securitytoken|bearertoken|csrftoken|xsrftoken|authorization|cookie|credential)s?");
  private static final Pattern PARAMETER =
      Pattern.compile("(^|[?&;\\s])([^?&;=\\s\"'<>]{1,100})=([^&;#\\s\"'<>]+)");
  private static final Pattern MEMBER = Pattern.compile(
      "(\"([^\"\\\\]{1,100})\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"?|[0-9][^,}\\s]*)");

  private final SecretNames names;
  private final UnaryOperator<String> known;

  /**
   * Masks these.
   *
   * @param names the names of parameters with secrets
   * @param known masks the values that are known
   */
  BodyMask(SecretNames names, UnaryOperator<String> known) {
    this.names = names;
    this.known = known;
  }

  /** {@return the body, as it is where it has no secrets} */
  String of(String body) {
    return json(body)
        .map(whole -> text(body, whole))
        .orElseGet(() -> body.lines().count() > 1 ? lines(body) : plain(body));
  }

  /** JSON Lines and events, of which each line says enough by itself. */
  private String lines(String body) {
    StringBuilder masked = new StringBuilder();
    for (String line : body.split("(?<=\n)", -1)) {
      String end = line.endsWith("\n") ? "\n" : "";
      String text = line.substring(0, line.length() - end.length());
      String start = text.startsWith("data:") ? "data:" : "";
      String rest = text.substring(start.length());
      masked
          .append(start)
          .append(json(rest).map(whole -> text(rest, whole)).orElseGet(() -> plain(rest)));
      masked.append(end);
    }
    return masked.toString();
  }

  private static Optional<RawJson> json(String text) {
    try {
      return Optional.of(RawJson.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String text(String written, RawJson value) {
    RawJson masked = value(value, false);
    return masked.equals(value) ? written : masked.text();
  }

  private RawJson value(RawJson value, boolean inArray) {
    return switch (value.kind()) {
      case OBJECT -> object(value, inArray);
      case ARRAY -> {
        List<RawJson> elements = new ArrayList<>();
        value.elements().forEach(element -> elements.add(value(element, true)));
        yield elements.equals(value.elements()) ? value : RawJson.ofArray(elements);
      }
      case STRING -> string(value);
      default -> value;
    };
  }

  private RawJson object(RawJson object, boolean inArray) {
    Map<String, RawJson> members = new LinkedHashMap<>();
    object
        .members()
        .forEach((name, value) -> members.put(
            name, isSecret(name, inArray) ? masked(value, inArray) : value(value, inArray)));
    return members.equals(object.members()) ? object : RawJson.ofObject(members);
  }

  private RawJson masked(RawJson value, boolean inArray) {
    return switch (value.kind()) {
      case STRING, NUMBER -> RawJson.of(Secrets.MASK);
      case ARRAY ->
        RawJson.ofArray(
            value.elements().stream().map(element -> masked(element, true)).toList());
      default -> value(value, inArray);
    };
  }

  private RawJson string(RawJson value) {
    String text = value.asString();
    String masked = known.apply(parameters(text));
    return masked.equals(text) ? value : RawJson.of(masked);
  }

  private String plain(String text) {
    String masked = MEMBER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(
            isSecret(found.group(2), false)
                ? found.group(1) + "\"" + Secrets.MASK + "\""
                : found.group()));
    return parameters(masked);
  }

  private String parameters(String text) {
    if (text.indexOf('=') < 0) {
      return text;
    }
    return PARAMETER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(
            names.contains(found.group(2)) && !names.mayBeCursor(found.group(2))
                ? found.group(1) + found.group(2) + "=" + Secrets.MASK
                : found.group()));
  }

  private boolean isSecret(String name, boolean inArray) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    boolean known =
        names.contains(name) && !IDS.contains(plain) && (inArray || !names.mayBeCursor(name));
    return known || ENDING.matcher(plain).matches();
  }
}
