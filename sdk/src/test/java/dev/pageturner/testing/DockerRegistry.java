package dev.pageturner.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;

/** A real Docker registry, as Debian packages it, that runs as long as a test. */
public final class DockerRegistry implements AutoCloseable {
  private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  private static final ByteString CONFIG = ByteString.encodeUtf8("{}");

  private final Process process;
  private final HttpUrl url;
  private final OkHttpClient client = new OkHttpClient();

  private DockerRegistry(Process process, HttpUrl url) {
    this.process = process;
    this.url = url;
  }

  /** {@return the program, if it is installed} */
  public static Optional<Path> program() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of("docker-registry", "registry").map(n -> Path.of(folder, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one on a free port, with its storage and log in {@code directory}. */
  public static DockerRegistry start(Path program, Path directory) throws IOException {
    int port = freePort();
    Path config = directory.resolve("config.yml");
    Files.writeString(config, """
        version: 0.1
        log: {level: error, accesslog: {disabled: true}}
        storage: {filesystem: {rootdirectory: "%s"}}
        http: {addr: "127.0.0.1:%d"}
        """.formatted(directory.resolve("storage"), port));
    Process process = new ProcessBuilder(program.toString(), "serve", config.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("registry.log").toFile())
        .start();
    HttpUrl url = HttpUrl.get("http://127.0.0.1:" + port + "/");
    DockerRegistry registry = new DockerRegistry(process, url);
    registry.awaitAnswer();
    return registry;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws IOException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > patience) {
        close();
        throw new IOException("the registry does not answer; see registry.log");
      }
      Thread.onSpinWait();
    }
  }

  private boolean answers() {
    Request request = new Request.Builder().url(at("v2/")).build();
    try (Response response = client.newCall(request).execute()) {
      return response.isSuccessful();
    } catch (IOException e) {
      return false; // Not yet.
    }
  }

  /** {@return the URL of the registry's root} */
  public String url() {
    return url.toString();
  }

  private HttpUrl at(String path) {
    return url.newBuilder().addPathSegments(path).build();
  }

  /** Pushes an image without layers to each of the repositories, a few at a time. */
  public void pushAll(List<String> repositories) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> pushed = new ArrayList<>();
      for (String name : repositories) {
        pushed.add(threads.submit(() -> {
          push(name);
          return name;
        }));
      }
      for (Future<?> push : pushed) {
        push.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Pushes an image without layers. Safe for several threads. */
  public void push(String repository) throws IOException {
    HttpUrl uploads = at("v2/" + repository + "/blobs/uploads/");
    HttpUrl upload = uploads.resolve(send("POST", uploads, "", ByteString.EMPTY));
    String digest = "sha256:" + CONFIG.sha256().hex();
    send(
        "PUT",
        upload.newBuilder().addQueryParameter("digest", digest).build(),
        "application/octet-stream",
        CONFIG);
    String manifest = """
        {"schemaVersion": 2, "mediaType": "%s", "layers": [],
         "config": {"mediaType": "application/vnd.docker.container.image.v1+json",
                    "size": %d, "digest": "%s"}}
        """.formatted(MANIFEST, CONFIG.size(), digest);
    send("PUT", at("v2/" + repository + "/manifests/1"), MANIFEST, ByteString.encodeUtf8(manifest));
  }

  /** {@return where the response says that the thing is} */
  private String send(String method, HttpUrl to, String type, ByteString body) throws IOException {
    MediaType mediaType = type.isEmpty() ? null : MediaType.get(type);
    Request request = new Request.Builder()
        .url(to)
        .method(method, RequestBody.create(body, mediaType))
        .build();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException(response + " " + response.body().string());
      }
      return response.header("Location", "");
    }
  }

  /** Stops it, and waits until it has. */
  @Override
  public void close() {
    client.connectionPool().evictAll();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
