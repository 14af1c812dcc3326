package dev.pageturner.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real nginx, as Debian packages it, that limits the requests to a server behind it. */
public final class Nginx implements AutoCloseable {
  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** {@return the program, if it is installed} */
  public static Optional<Path> program() {
    Stream<String> folders = Stream.concat(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"));
    return folders
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts one on a free port.
   *
   * @param program the program
   * @param directory for its configuration, log and temporary files
   * @param upstream the server behind it
   * @param perSecond the requests it lets through per second
   * @param burst the requests above that which it lets through at once
   */
  public static Nginx start(Path program, Path directory, String upstream, int perSecond, int burst)
      throws IOException {
    int port = freePort();
    Path config = directory.resolve("nginx.conf");
    Files.writeString(config, """
        daemon off;
        master_process off;
        pid %1$s/nginx.pid;
        error_log %1$s/nginx.log warn;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          limit_req_zone $binary_remote_addr zone=api:1m rate=%4$dr/s;
          limit_req_status 429;
          server {
            listen 127.0.0.1:%2$d;
            location / {
              limit_req zone=api burst=%5$d nodelay;
              proxy_pass %3$s;
              proxy_set_header Host $http_host;
            }
          }
        }
        """.formatted(directory, port, upstream, perSecond, burst));
    Process process = new ProcessBuilder(
            program.toString(), "-p", directory.toString(), "-c", config.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("nginx.out").toFile())
        .start();
    Nginx nginx = new Nginx(process, port);
    nginx.awaitListening();
    return nginx;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening() throws IOException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() > patience) {
        close();
        throw new IOException("nginx does not answer; see nginx.log");
      }
      Thread.onSpinWait();
    }
  }

  /** A connection, not a request: it would count towards the limit. */
  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException e) {
      return false; // Not yet.
    }
  }

  /** {@return the URL of its root} */
  public String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** Stops it, and waits until it has. */
  @Override
  public void close() {
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
