package dev.pageturner.internal.rate;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * How limiters of 50 requests per second do against a server on this machine that accepts no more
 * than 50 in any sliding second, with four threads: how many requests it refuses, and how much of the
 * allowance is used.
 *
 * <p>The first argument is the length of each run in seconds, 10 by default.
 */
public final class SlidingWindowBenchmark {
  private static final int LIMIT = 50;
  private static final int THREADS = 4;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private SlidingWindowBenchmark() {}

  /** Takes a permit; what is returned says that the request is over. */
  interface Limiter {
    Runnable acquire() throws InterruptedException;
  }

  /** How the threads come to want a request. */
  enum Demand {
    /** Always. */
    SATURATED,
    /** Always, but each request is 0 to 8 ms on its way before the server sees it. */
    JITTER,
    /** A hundred at once, every two seconds. */
    BURSTS
  }

  /** Accepts or refuses, by the time at which requests arrive. */
  static final class StrictServer extends Dispatcher {
    private final Queue<Long> accepted = new ArrayDeque<>();
    private long end = Long.MIN_VALUE;
    private int refusedCount;
    private int acceptedCount;

    synchronized void begin(Duration length) {
      end = System.nanoTime() + length.toNanos();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
      long now = System.nanoTime();
      while (!accepted.isEmpty() && now - accepted.element() >= PERIOD.toNanos()) {
        accepted.remove();
      }
      int before = now < end ? 1 : 0;
      if (accepted.size() >= LIMIT) {
        refusedCount += before;
        return new MockResponse.Builder().code(429).build();
      }
      accepted.add(now);
      acceptedCount += before;
      return new MockResponse.Builder().body("[]").build();
    }
  }

  /** A log of the times at which requests were sent. */
  static final class SendLog implements Limiter {
    private final Queue<Long> sent = new ArrayDeque<>();

    @Override
    public synchronized Runnable acquire() throws InterruptedException {
      if (sent.size() == LIMIT) {
        long left = sent.remove() + PERIOD.toNanos() - System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(left);
      }
      sent.add(System.nanoTime());
      return () -> {};
    }
  }

  private static Limiter cycles(int limit, Duration period) {
    RateLimiter limiter =
        RateLimiter.of(
            "cycles",
            RateLimiterConfig.custom()
                .limitForPeriod(limit)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ofMinutes(1))
                .build());
    return () -> {
      limiter.acquirePermission();
      return limiter::onSuccess;
    };
  }

  private static Limiter completions() {
    QueuedRateLimit limit = QueuedRateLimit.of(LIMIT, PERIOD);
    return () -> limit.acquire()::complete;
  }

  /** Runs all limiters against all demands and prints a table. */
  public static void main(String[] args) throws Exception {
    Duration length = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 10);
    run("warm-up", SendLog::new, Demand.SATURATED, Duration.ofSeconds(2));
    System.out.printf(
        "%-22s %-10s %8s %8s %9s %8s%n", "limiter", "demand", "sent", "refused", "refused", "used");
    for (Demand demand : Demand.values()) {
      print(run("resilience4j 50/1s", () -> cycles(LIMIT, PERIOD), demand, length));
      print(run("resilience4j 1/20ms", () -> cycles(1, PERIOD.dividedBy(LIMIT)), demand, length));
      print(run("log of send times", SendLog::new, demand, length));
      print(run("log of completions", SlidingWindowBenchmark::completions, demand, length));
    }
  }

  record Result(String limiter, Demand demand, int accepted, int refused, Duration length) {
    int sent() {
      return accepted + refused;
    }

    double allowance() {
      return LIMIT * (double) length.toNanos() / PERIOD.toNanos();
    }
  }

  private static void print(Result result) {
    System.out.printf(
        "%-22s %-10s %8d %8d %8.1f%% %7.1f%%%n",
        result.limiter(),
        result.demand(),
        result.sent(),
        result.refused(),
        100.0 * result.refused() / Math.max(1, result.sent()),
        100.0 * result.accepted() / result.allowance());
  }

  private static Result run(
      String name, Supplier<Limiter> limiters, Demand demand, Duration length) throws Exception {
    StrictServer strict = new StrictServer();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(strict);
      server.start();
      Request request = new Request.Builder().url(server.url("/")).build();
      run(strict, request, limiters.get(), demand, length);
    }
    return new Result(name, demand, strict.acceptedCount, strict.refusedCount, length);
  }

  private static void run(
      StrictServer strict, Request request, Limiter limiter, Demand demand, Duration length)
      throws Exception {
    OkHttpClient client = new OkHttpClient();
    Semaphore wanted = new Semaphore(0);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(i);
      threads[i] = new Thread(() -> send(client, request, limiter, demand, wanted, random));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    strict.begin(length);
    want(wanted, demand, length);
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join();
    }
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  private static void want(Semaphore wanted, Demand demand, Duration length)
      throws InterruptedException {
    if (demand != Demand.BURSTS) {
      wanted.release(1_000_000);
      Thread.sleep(length.toMillis());
      return;
    }
    for (long passed = 0; passed < length.toMillis(); passed += 2000) {
      wanted.release(LIMIT * 2);
      Thread.sleep(2000);
    }
  }

  private static void send(
      OkHttpClient client,
      Request request,
      Limiter limiter,
      Demand demand,
      Semaphore wanted,
      Random random) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        wanted.acquire();
        Runnable complete = limiter.acquire();
        if (demand == Demand.JITTER) {
          LockSupport.parkNanos(random.nextInt(8_000_000));
        }
        exchange(client, request);
        complete.run();
      }
    } catch (InterruptedException | IOException | RuntimeException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void exchange(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      response.body().bytes();
    }
  }
}
