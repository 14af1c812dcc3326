package dev.pageturner.laws;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.laws.World.Lie;
import dev.pageturner.laws.WorldLaws.Outcome;
import dev.pageturner.laws.WorldServer.Answer;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.retry.RetryPolicy;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** A client of one world after another, without sockets, whose responses can be cut. */
public final class WorldClient implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int NEVER = Integer.MIN_VALUE;

  private final ApiClient client;
  private final AtomicInteger untilCut = new AtomicInteger(NEVER);
  private volatile World world = World.of(0);
  private volatile WorldServer server = new WorldServer(world);
  private volatile int cutAt;
  private boolean detected;

  /** Makes a client that streams pages of more bytes than these. */
  public WorldClient(int maxBufferedPage) {
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(this::answer).build();
    client = ApiClient.newBuilder()
        .baseUrl("https://h/")
        .okHttpClient(http)
        .moshi(new Moshi.Builder().add(new Raw.Adapter()).build())
        .retryPolicy(RetryPolicy.none())
        .maxBufferedPage(maxBufferedPage)
        .listener(event -> {})
        .build();
  }

  /** {@return the seeds, from 0, of so many worlds whose servers do not lie} */
  public static LongStream honestSeeds(int count) {
    return LongStream.iterate(0, seed -> seed + 1)
        .filter(seed -> World.of(seed).lie() == Lie.NONE)
        .limit(count);
  }

  /** {@return the items of the world of a seed, in order} */
  public static List<String> itemsOf(long seed) {
    return World.of(seed).items();
  }

  /** {@return the list of a world, whose pagination is said} */
  public ApiRequest said(long seed) {
    World next = World.of(seed);
    return request(next, next.pagination());
  }

  /** {@return the list of a world, whose pagination is detected or said} */
  public ApiRequest list(long seed, boolean detected) {
    World next = World.of(seed);
    this.detected = detected;
    return request(next, detected ? Pagination.detect() : next.pagination());
  }

  /** {@return what is wrong with what came of the last list} */
  public Optional<String> broken(Outcome came) {
    return new WorldLaws(world, server, detected)
        .broken(came)
        .map(what ->
            (detected ? "detected: " : "said: ") + what + "\n  " + came.items() + "\n  " + world);
  }

  /** Cuts the response to the request after so many others, once, at a byte of its body. */
  public void cutOnce(int requests, int at) {
    cutAt = at;
    untilCut.set(requests);
  }

  /** {@return whether the cut has come about} */
  public boolean wasCut() {
    return untilCut.get() < 0;
  }

  ApiRequest request(World next, Pagination how) {
    world = next;
    server = new WorldServer(next);
    untilCut.set(NEVER);
    return client.request(next.path()).pagination(how);
  }

  private Response answer(Interceptor.Chain chain) {
    Answer answer = server.answer(chain.request().url());
    Headers.Builder headers = new Headers.Builder();
    answer.headers().forEach(headers::add);
    boolean cut = untilCut.get() != NEVER && untilCut.getAndDecrement() == 0;
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(answer.status())
        .message("")
        .headers(headers.build())
        .body(cut ? cut(answer.body()) : ResponseBody.create(answer.body(), JSON))
        .build();
  }

  private ResponseBody cut(String body) {
    String rest = body.substring(0, Math.min(cutAt, body.length() - 1));
    ForwardingSource source = new ForwardingSource(new Buffer().writeUtf8(rest)) {
      @Override
      public long read(Buffer sink, long byteCount) throws IOException {
        long read = super.read(sink, byteCount);
        if (read < 0) {
          throw new ProtocolException("unexpected end of stream");
        }
        return read;
      }
    };
    return ResponseBody.create(Okio.buffer(source), JSON, body.length());
  }

  @Override
  public void close() {
    client.close();
  }
}
