package dev.pageturner.openapi.cli.options;

import dev.pageturner.ApiRequest;
import dev.pageturner.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Method, headers and body of each request. */
public final class RequestOptions {
  @Option(
      names = {"-X", "--request"},
      paramLabel = "METHOD",
      description = "The method, such as QUERY. Default: POST with a body, else GET.")
  private @Nullable String method;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "JSON|@FILE",
      description = "The JSON body, or the file it is in.")
  private @Nullable String data;

  @Option(
      names = {"-H", "--header"},
      paramLabel = "NAME: VALUE",
      description = {
        "A header of every request; @FILE for the headers in a file, one a line. Repeatable."
      })
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--repeatable",
      description = "The POST only searches: it may be sent again after a fault.")
  private boolean repeatable;

  /** {@return the request with all of it} */
  public ApiRequest apply(ApiRequest request) {
    ApiRequest whole = request;
    for (Map.Entry<String, String> header : headers().entrySet()) {
      whole = whole.header(header.getKey(), header.getValue());
    }
    Optional<RawJson> body = body();
    whole = body.isPresent() ? whole.body(body.get()) : whole;
    whole = method == null ? whole : whole.method(method);
    return repeatable ? whole.repeatable() : whole;
  }

  /** {@return the method by which lists are fetched, unless a document says another one} */
  public String methodName() {
    return method != null ? method : data == null ? "GET" : "POST";
  }

  /** {@return whether a POST was said to read only} */
  public boolean isRepeatable() {
    return repeatable;
  }

  /** {@return whether nothing is written by such a request, by its method or as was said} */
  public boolean onlyReads() {
    return repeatable || methodName().equals("GET") || methodName().equals("QUERY");
  }

  /** {@return the headers by their names} */
  public Map<String, String> headers() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String said : headers) {
      for (String line : said.startsWith("@") ? linesOf(said.substring(1)) : List.of(said)) {
        int colon = line.indexOf(':');
        if (colon < 1) {
          throw new IllegalArgumentException("-H takes 'Name: value', or @FILE");
        }
        all.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return all;
  }

  private static List<String> linesOf(String file) {
    return read(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private Optional<RawJson> body() {
    if (data == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(RawJson.parse(data.startsWith("@") ? read(data.substring(1)) : data));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("-d: " + e.getMessage(), e);
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("the file " + file + " cannot be read", e);
    }
  }
}
