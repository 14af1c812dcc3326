package dev.pageturner.samples.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL, as Debian packages it, with a new cluster that lives as long as a test. */
final class PostgresCluster implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

  /** PostgreSQL refuses to run as root; its package brings this user. */
  private static final String USER = "postgres";

  private final Path directory;
  private final int port;
  private final Process process;

  private PostgresCluster(Path directory, int port, Process process) {
    this.directory = directory;
    this.port = port;
    this.process = process;
  }

  /** {@return the folder of the programs of the newest version, if one is installed} */
  static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  /** Makes a cluster in a folder of its own, and starts it on a free port of this machine only. */
  static PostgresCluster start(Path programs) throws Exception {
    Path directory = Files.createTempDirectory("pageturner-postgres");
    boolean root = isRoot();
    if (root) {
      Files.setOwner(
          directory,
          directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
    }
    Path data = directory.resolve("data");
    Process made = command(
            root,
            directory,
            programs.resolve("initdb"),
            "-D",
            data,
            "-U",
            USER,
            "-A",
            "trust",
            "-N")
        .start();
    if (made.waitFor() != 0) {
      throw new IOException("initdb failed; see " + directory.resolve("log"));
    }
    int port = freePort();
    Process process = command(
            root,
            directory,
            programs.resolve("postgres"),
            "-D",
            data,
            "-p",
            port,
            "-F",
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=")
        .start();
    PostgresCluster cluster = new PostgresCluster(directory, port, process);
    cluster.awaitAnswer();
    return cluster;
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS)
        .equals(0);
  }

  /** Without a process in between: what is started is what is stopped. */
  private static ProcessBuilder command(boolean root, Path directory, Object... words) {
    List<String> command = new ArrayList<>();
    if (root) {
      command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
    }
    for (Object word : words) {
      command.add(word.toString());
    }
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER;
  }

  private void awaitAnswer() throws Exception {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > patience) {
        String log = Files.readString(directory.resolve("log"));
        close();
        throw new IOException("PostgreSQL does not answer: " + log);
      }
      Thread.onSpinWait();
    }
  }

  private boolean answers() {
    try {
      DriverManager.getConnection(jdbcUrl()).close();
      return true;
    } catch (SQLException e) {
      return false; // Not yet.
    }
  }

  /** Stops it, waits until it has, and deletes its folder. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
