package dev.pageturner.lines;

import dev.pageturner.lines.JsonLines.Opener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Where lines come from, what to call it in messages, and whether it was used up. */
final class LineSource {
  private final String name;
  private final Opener opener;
  private final boolean once;
  private final AtomicBoolean used = new AtomicBoolean();

  private LineSource(String name, Opener opener, boolean once) {
    this.name = name;
    this.opener = opener;
    this.once = once;
  }

  static LineSource of(Path file) {
    return new LineSource(file.toString(), () -> unwrapped(Files.newInputStream(file)), false);
  }

  static LineSource of(Opener opener) {
    Objects.requireNonNull(opener, "opener");
    return new LineSource("stream", () -> unwrapped(opener.open()), false);
  }

  static LineSource once(InputStream in) {
    Objects.requireNonNull(in, "in");
    return new LineSource("stream", () -> unwrapped(in), true);
  }

  /** Counts a traversal. */
  LineSource claim() {
    if (once && used.getAndSet(true)) {
      throw new IllegalStateException(
          "a stream can be read once, and was; give from() a way to open it again");
    }
    return this;
  }

  /** {@return the same source, whose text passes through another stream} */
  LineSource through(UnaryOperator<InputStream> stream) {
    return new LineSource(name, () -> stream.apply(open()), false);
  }

  InputStream open() throws IOException {
    return opener.open();
  }

  private static InputStream unwrapped(InputStream in) throws IOException {
    try {
      return GzipInput.unwrap(in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
