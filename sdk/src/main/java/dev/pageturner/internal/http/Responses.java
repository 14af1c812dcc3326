package dev.pageturner.internal.http;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Response;
import okio.BufferedSource;

/** Responses as the API shows them. */
public final class Responses {
  private static final int LONGEST_BEGINNING = 16 << 10;

  private Responses() {}

  /** {@return the headers of a response, whose names are looked up in any case} */
  public static Map<String, List<String>> headers(Response response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers().toMultimap());
    return Collections.unmodifiableMap(headers);
  }

  /** {@return the beginning of a body as text, 16 KiB at most, or what came before it broke off} */
  public static String beginning(Response response) {
    BufferedSource source = response.body().source();
    try {
      source.request(LONGEST_BEGINNING);
    } catch (IOException e) {
      // An error says enough already: that its body breaks off does not change it.
    }
    long size = Math.min(LONGEST_BEGINNING, source.getBuffer().size());
    return source.getBuffer().snapshot((int) size).utf8();
  }
}
