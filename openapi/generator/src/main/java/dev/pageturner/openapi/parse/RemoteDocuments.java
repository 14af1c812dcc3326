package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The documents that references name by URL: fetches each once, within bounds. */
final class RemoteDocuments {
  static final int MAX_DOCUMENTS = 1_000;
  private static final int MAX_REDIRECTS = 5;

  private final RemoteFetch fetch;
  private final Problems problems;
  private final Map<String, Optional<Node>> trees = new HashMap<>();
  private int bytesLeft = TreeLimits.MAX_BYTES;

  RemoteDocuments(RemoteFetch fetch, Problems problems) {
    this.fetch = fetch;
    this.problems = problems;
  }

  /**
   * {@return the document's tree; empty, with a problem, when it can't be had}
   *
   * @param url where it is, without a fragment
   * @param reference what asked for it, for the message
   */
  Optional<Node> tree(String url, Location reference) {
    return tree(url, reference, 0);
  }

  private Optional<Node> tree(String url, Location reference, int redirects) {
    Optional<Node> known = trees.get(url);
    if (known == null) {
      // What leads back to itself finds this.
      trees.put(url, Optional.empty());
      known = fetched(url, reference, redirects);
      trees.put(url, known);
    }
    return known;
  }

  private Optional<Node> fetched(String url, Location reference, int redirects) {
    if (trees.size() > MAX_DOCUMENTS) {
      return failed(reference, "more than " + MAX_DOCUMENTS + " are referred to");
    }
    try {
      RemoteFetch.Answer response = fetch.get(HttpUrl.get(url), bytesLeft);
      bytesLeft -= response.body().length;
      int status = response.status();
      if (status / 100 == 3) {
        return redirected(url, response, reference, redirects);
      }
      return status / 100 == 2
          ? parsed(url, response.body())
          : failed(reference, "status " + status);
    } catch (IOException e) {
      return failed(reference, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return failed(reference, "no such address");
    }
  }

  private Optional<Node> parsed(String url, byte[] body) {
    return SourceTree.read(
        url, () -> SourceText.read(new ByteArrayInputStream(body), url), problems);
  }

  /** References in the document are relative to where it was found (RFC 3986, section 5.1.3). */
  private Optional<Node> redirected(
      String url, RemoteFetch.Answer response, Location reference, int redirects) {
    Optional<String> next = response
        .location()
        .flatMap(location -> RefTarget.remote(location, url))
        .map(RefTarget::file);
    if (next.isEmpty() || !haveOneOrigin(next.get(), url)) {
      return failed(reference, "redirected to another origin");
    }
    boolean circle = trees.containsKey(next.get()) && trees.get(next.get()).isEmpty();
    if (circle || redirects == MAX_REDIRECTS) {
      return failed(
          reference,
          "redirected in a circle, to what failed before, or more than " + MAX_REDIRECTS
              + " times");
    }
    return tree(next.get(), reference, redirects + 1);
  }

  private static boolean haveOneOrigin(String one, String other) {
    HttpUrl first = HttpUrl.get(one);
    HttpUrl second = HttpUrl.get(other);
    return first.scheme().equals(second.scheme())
        && first.host().equals(second.host())
        && first.port() == second.port();
  }

  private Optional<Node> failed(Location reference, String reason) {
    problems.error(reference, "the remote document cannot be fetched: " + reason);
    return Optional.empty();
  }
}
