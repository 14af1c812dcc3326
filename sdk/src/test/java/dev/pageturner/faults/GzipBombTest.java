package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.content.Download;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.testing.Side;
import dev.pageturner.testing.TestedApi;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A MiB that unpacks to a GiB, read in a JVM that has 64 MiB. */
@Timeout(120)
class GzipBombTest extends ServerCase {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    byte[] out = new byte[bytes.length + 64];
    int size = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(out, size);
  }

  private static void bomb(String beginning, OutputStream out) throws Exception {
    byte[] mebibyte = new byte[1 << 20];
    Arrays.fill(mebibyte, (byte) '0');
    byte[] piece = deflated(mebibyte);
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n").getBytes());
    out.write(GZIP);
    out.write(deflated(beginning.getBytes()));
    for (int i = 0; i < 1024; i++) {
      out.write(piece);
    }
  }

  /** Reads the bomb in every way there is, and prints what came of each. */
  public static final class Reading {
    private Reading() {}

    public static void main(String[] url) {
      ApiClient client = ApiClient.newBuilder().baseUrl(url[0]).build();
      TestedApi api = new TestedApi(client);
      Map<String, Consumer<String>> ways = new LinkedHashMap<>();
      ways.put("object", path -> api.get(path, RawJson.class));
      ways.put("answer", path -> api.request(path).send("GET", RawJson.class));
      ways.put("list", path -> api.list(path, String.class, CURSOR).forEach(item -> {}));
      ways.put("detected", path -> api.list(path, RawJson.class).forEach(item -> {}));
      ways.put("lines", path -> api.request(path).jsonLines(RawJson.class).forEach(line -> {}));
      ways.put("events", path -> api.request(path).events(String.class).forEach(event -> {}));
      ways.put("text", path -> client.request(path).text("GET"));
      ways.put("bytes", path -> {
        try (Download download = client.request(path).download("GET")) {
          download.bytes();
        }
      });
      ways.forEach((name, way) -> System.out.println(name + " " + outcome(way)));
    }

    private static String outcome(Consumer<String> way) {
      try {
        way.accept("/bomb");
        return "read";
      } catch (PageturnerException e) {
        return e.kind().toString();
      } catch (RuntimeException | Error e) {
        return e.toString();
      }
    }
  }

  @Test
  void isTooLargeHoweverItIsReadOnASmallHeap() throws Exception {
    RawServer raw = closing(new RawServer((socket, out) -> {
      bomb("{\"items\": [\"", out);
      socket.shutdownOutput();
    }));
    List<String> command = new ArrayList<>(
        List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx64m"));
    if (Side.isAnother()) {
      command.add("-D" + Side.PROPERTY + "=" + System.getProperty(Side.PROPERTY));
    }
    command.addAll(List.of("-cp", classPath(), Reading.class.getName(), raw.url()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

    String output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output.lines()).hasSize(8).allMatch(line -> line.endsWith(" TOO_LARGE"));
  }

  private static String classPath() throws Exception {
    return String.join(
        File.pathSeparator,
        System.getProperty("jdk.module.path", ""),
        System.getProperty("java.class.path"),
        classes(Reading.class),
        classes(ApiClient.class));
  }

  private static String classes(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}
