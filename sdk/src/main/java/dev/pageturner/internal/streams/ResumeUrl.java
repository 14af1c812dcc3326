package dev.pageturner.internal.streams;

import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.events.EventValue;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.internal.url.Origin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The URL at which one traversal of a stream goes on, where that is another one than the URL that
 * began it: a template, and what the events have said so far of the values in it.
 */
final class ResumeUrl {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private final ApiCall began;
  private final @Nullable String template;
  private final Map<String, PathExpression> unknown = new LinkedHashMap<>();
  private final Map<String, String> known = new LinkedHashMap<>();

  /**
   * Knows nothing yet.
   *
   * @throws IllegalArgumentException if the template holds what is no path, or no URL of the origin
   *     of the call comes of it
   */
  ResumeUrl(ApiCall began, Optional<String> template) {
    this.began = began;
    this.template = template.orElse(null);
    template.ifPresent(this::check);
  }

  private void check(String url) {
    Matcher place = PLACE.matcher(url);
    while (place.find()) {
      unknown.put(place.group(), PathExpression.parse(place.group(1)));
    }
    HttpUrl resolved = began.url().resolve(place.replaceAll("x"));
    if (resolved == null || !Origin.of(resolved).equals(Origin.of(began.url()))) {
      throw new IllegalArgumentException(
          "resumeAt: no URL of the origin of the request comes of " + url);
    }
  }

  /** Takes note of what an event says. */
  void note(ServerEvent event) {
    for (Map.Entry<String, PathExpression> place : Map.copyOf(unknown).entrySet()) {
      EventValue.find(event, place.getValue()).filter(ResumeUrl::isUsable).ifPresent(value -> {
        known.put(
            place.getKey(), URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        unknown.remove(place.getKey());
      });
    }
  }

  /** A value of dots would lead to another place in the path. */
  private static boolean isUsable(String value) {
    return !value.isBlank() && !value.equals(".") && !value.equals("..");
  }

  /** {@return the call by which the stream goes on, if it is another one and all of it is known} */
  Optional<ApiCall> call() {
    if (template == null || !unknown.isEmpty()) {
      return Optional.empty();
    }
    String url = PLACE.matcher(template).replaceAll(place -> known.getOrDefault(place.group(), ""));
    return Optional.ofNullable(began.url().resolve(url))
        .map(resolved -> began.withMethod("GET").withUrl(resolved));
  }
}
