package dev.pageturner.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does on the wire what no honest server does. */
final class RawServer implements AutoCloseable {
  /** What the server does after the head of a request. */
  @FunctionalInterface
  interface Script {
    void answer(Socket socket, OutputStream out) throws Exception;
  }

  private final ServerSocket listening;
  private final Script[] scripts;
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /**
   * Starts one.
   *
   * @param scripts what is done for each request; the last one is repeated
   */
  RawServer(Script... scripts) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    this.scripts = scripts;
    daemon(this::accept);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      while (readHead(socket.getInputStream())) {
        int number = requests.getAndIncrement();
        OutputStream out = socket.getOutputStream();
        scripts[Math.min(number, scripts.length - 1)].answer(socket, out);
        out.flush();
        if (socket.isClosed() || socket.isOutputShutdown()) {
          return;
        }
      }
    } catch (Exception e) {
      // The client hung up, or the test is over.
    } finally {
      sockets.remove(socket);
    }
  }

  private boolean readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        return false;
      }
      head.append((char) b);
    }
    heads.add(head.toString());
    return true;
  }

  /** {@return a script that sends this text as it is, and goes on} */
  static Script says(String text) {
    return (socket, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** {@return a script that sends this text as it is, and closes the connection} */
  static Script saysAndCloses(String text) {
    return (socket, out) -> {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
    };
  }

  /** {@return a script that sends this text, and resets the connection} */
  static Script saysAndResets(String text) {
    return (socket, out) -> {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.setSoLinger(true, 0);
      socket.close();
    };
  }

  /** {@return a script that answers with JSON, as it should be} */
  static Script json(String json) {
    String text = json.replace('\'', '"');
    return says(head("application/json", text.length()) + text);
  }

  static String head(String contentType, int length) {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length
        + "\r\n\r\n";
  }

  int requests() {
    return requests.get();
  }

  List<String> heads() {
    return heads;
  }

  int port() {
    return listening.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
