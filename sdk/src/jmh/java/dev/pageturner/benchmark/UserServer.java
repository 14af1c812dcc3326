package dev.pageturner.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves pages of users, as lean as a socket allows, in a process of its own so that its cost is not
 * the client's: {@code GET /users?total=…&limit=…&delay=…&chunked=…&cursor=…}.
 *
 * <p>Prints its port and ends when its standard input does.
 */
final class UserServer {
  private static final Pattern PARAMETER = Pattern.compile("[?&](\\w+)=(\\d+)");
  private static final String LENGTH = "Content-Length:";
  private static final byte[] HEAD = ascii("{\"data\":[");

  private UserServer() {}

  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      Thread accepting = new Thread(() -> accept(server));
      accepting.setDaemon(true);
      accepting.start();
      while (System.in.read() >= 0) {
        // Until the one who started this is gone.
      }
    }
  }

  private static void accept(ServerSocket server) {
    while (true) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread thread = new Thread(() -> serve(socket));
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 256 << 10);
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        in.skipNBytes(bodyLength(in));
        new Answer(line).writeTo(out);
        out.flush();
      }
    } catch (IOException e) {
      // The client has what it wanted.
    }
  }

  /** Of the headers, only the length of a body matters here. */
  private static long bodyLength(InputStream in) throws IOException {
    long length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Long.parseLong(header.substring(LENGTH.length()).strip());
      }
    }
    return length;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** One page. */
  private static final class Answer {
    private long total = 1000;
    private long limit = 100;
    private long delay;
    private long chunked;
    private long cursor;

    Answer(String requestLine) {
      Matcher matcher = PARAMETER.matcher(requestLine);
      while (matcher.find()) {
        long value = Long.parseLong(matcher.group(2));
        switch (matcher.group(1)) {
          case "total" -> total = value;
          case "limit" -> limit = value;
          case "delay" -> delay = value;
          case "chunked" -> chunked = value;
          case "cursor" -> cursor = value;
          default -> {}
        }
      }
    }

    void writeTo(OutputStream out) throws IOException {
      pause();
      long end = Math.min(total, cursor + limit);
      byte[] tail = ascii("],\"next_cursor\":" + (end < total ? "\"" + end + "\"" : "null") + "}");
      long count = end - cursor;
      long length = HEAD.length + count * UserText.length() + Math.max(0, count - 1) + tail.length;
      out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"));
      if (chunked == 1) {
        // One chunk: what matters is that the length is not announced.
        out.write(ascii("Transfer-Encoding: chunked\r\n\r\n" + Long.toHexString(length) + "\r\n"));
      } else {
        out.write(ascii("Content-Length: " + length + "\r\n\r\n"));
      }
      writeBody(out, end, tail);
      if (chunked == 1) {
        out.write(ascii("\r\n0\r\n\r\n"));
      }
    }

    private void pause() throws IOException {
      if (delay > 0) {
        try {
          Thread.sleep(delay);
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    }

    private void writeBody(OutputStream out, long end, byte[] tail) throws IOException {
      UserText text = new UserText();
      out.write(HEAD);
      for (long number = cursor; number < end; number++) {
        if (number > cursor) {
          out.write(',');
        }
        out.write(text.of(number));
      }
      out.write(tail);
    }
  }
}
