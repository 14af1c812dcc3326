package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.laws.WorldLaws.Outcome;
import dev.pageturner.laws.WorldServer.Answer;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** 10,000 paginated servers, most of which lie once: no list ends in silence with items missing. */
class WorldsTest {
  private static final int WORLDS = 10_000;

  private WorldServer server;

  @Test
  void noListEndsInSilence() {
    List<String> broken = new ArrayList<>();
    try (ApiClient client = client()) {
      for (long seed = 0; seed < WORLDS; seed++) {
        World world = World.of(seed);
        check(world, client, true, broken);
        check(world, client, false, broken);
      }
    }
    assertThat(broken).isEmpty();
  }

  private void check(World world, ApiClient client, boolean detected, List<String> broken) {
    server = new WorldServer(world);
    Pagination how = detected ? Pagination.detect() : world.pagination();
    Outcome came = list(client.request(world.path()).pagination(how).list(Raw.class).iterator());
    new WorldLaws(world, server, detected)
        .broken(came)
        .ifPresent(what -> broken.add(
            (detected ? "detected: " : "said: ") + what + "\n  " + came.items() + "\n  " + world));
  }

  private static Outcome list(PagedIterator<Raw> iterator) {
    List<String> items = new ArrayList<>();
    try (iterator) {
      while (iterator.hasNext()) {
        items.add(iterator.next().json());
      }
      return new Outcome(items, iterator.verdict().orElseThrow(), null);
    } catch (PageturnerException e) {
      return new Outcome(items, null, e);
    }
  }

  private ApiClient client() {
    Interceptor answering = chain -> {
      Answer answer = server.answer(chain.request().url());
      Headers.Builder headers = new Headers.Builder();
      answer.headers().forEach(headers::add);
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(answer.status())
          .message("")
          .headers(headers.build())
          .body(ResponseBody.create(answer.body(), MediaType.get("application/json")))
          .build();
    };
    return ApiClient.newBuilder()
        .baseUrl("https://h/")
        .okHttpClient(new OkHttpClient.Builder().addInterceptor(answering).build())
        .moshi(new Moshi.Builder().add(new Raw.Adapter()).build())
        .retryPolicy(RetryPolicy.none())
        .listener(event -> {})
        .build();
  }
}
