package dev.pageturner.internal.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Response;

/** Responses as the API shows them. */
public final class Responses {
  private Responses() {}

  /** {@return the headers of a response, whose names are looked up in any case} */
  public static Map<String, List<String>> headers(Response response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers().toMultimap());
    return Collections.unmodifiableMap(headers);
  }
}
