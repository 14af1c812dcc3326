package dev.pageturner.faults;

import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** What is logged, with the stack traces. */
final class LogCapture {
  private LogCapture() {}

  /** {@return what ends the capture, and writes the rest} */
  static Runnable start(String name, OutputStream out) {
    Logger logger = Logger.getLogger(name);
    StreamHandler handler = new StreamHandler(out, new SimpleFormatter());
    handler.setLevel(Level.ALL);
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
    return () -> {
      handler.flush();
      logger.removeHandler(handler);
      logger.setLevel(null);
    };
  }
}
