package dev.pageturner.openapi.cli.listing;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.cli.options.AccessOptions;
import dev.pageturner.openapi.cli.options.ListOptions;
import dev.pageturner.openapi.cli.options.OutputOptions;
import dev.pageturner.openapi.cli.options.RequestOptions;
import dev.pageturner.openapi.cli.options.TraversalChoices;
import dev.pageturner.openapi.cli.record.Secrets;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.sequence.LazyIterable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/**
 * A list, and all that was said about it.
 *
 * @param baseUrl where the API is
 * @param path where the list is below it
 * @param parameters adds what the path and the query need
 * @param pagination how it pages
 * @param options what else was said
 */
public record ListJob(
    String baseUrl,
    String path,
    UnaryOperator<ApiRequest> parameters,
    Pagination pagination,
    ListOptions options) {

  AccessOptions access() {
    return options.access();
  }

  TraversalChoices choices() {
    return options.choices();
  }

  OutputOptions output() {
    return options.output();
  }

  /**
   * Makes sure that all of it fits together.
   *
   * @throws IllegalArgumentException if something does not
   */
  public void check(Map<String, String> environment) {
    choices().check(pagination);
    output().check(choices());
    try (ApiClient client = unconnected(environment)) {
      list(client, pagination).iterator().close();
    }
  }

  /**
   * Makes sure that an earlier run was one over this list.
   *
   * @throws dev.pageturner.error.PageturnerException.BadCheckpoint if it was not
   */
  void check(RunState before, Map<String, String> environment) {
    try (ApiClient client = unconnected(environment)) {
      list(client, before.pagination(pagination))
          .startFrom(before.checkpoint())
          .iterator()
          .close();
    }
  }

  private ApiClient unconnected(Map<String, String> environment) {
    ApiClient.Builder builder = client().okHttpClient(unconnected().build());
    access().apply(builder, environment);
    return builder.build();
  }

  /**
   * {@return what makes a client that sends nothing: it reads no certificates, which takes time}
   */
  static OkHttpClient.Builder unconnected() {
    return new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
  }

  ApiClient.Builder client() {
    return ApiClient.newBuilder()
        .baseUrl(baseUrl)
        .rateLimit(choices().pace().rateLimit())
        .retryPolicy(choices().pace().retryPolicy());
  }

  PagedIterable<RawJson> list(ApiClient client, Pagination how) {
    return request(client).pagination(how).list();
  }

  LazyIterable<ServerEvent> events(ApiClient client) {
    return request(client).events(ServerEvent.class);
  }

  private ApiRequest request(ApiClient client) {
    return options.request().apply(parameters.apply(client.request(path)));
  }

  Secrets secrets(Map<String, String> environment) {
    return secrets(access(), options.request(), environment);
  }

  /** {@return what masks the secrets of requests with these options} */
  public static Secrets secrets(
      AccessOptions access, RequestOptions request, Map<String, String> environment) {
    List<String> values = new ArrayList<>(access.secrets(environment));
    request.headers().forEach((name, value) -> {
      if (Secrets.isSecretHeader(name)) {
        values.add(value);
      }
    });
    return new Secrets(values, access.secretParameters());
  }
}
