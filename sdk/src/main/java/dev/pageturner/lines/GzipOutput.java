package dev.pageturner.lines;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Gzip in members: each {@link #flush()} ends one, so that the file is whole up to there and can be
 * cut and continued there.
 */
final class GzipOutput extends OutputStream {
  private static final int BUFFER_SIZE = 1 << 13;

  private final OutputStream out;
  private @Nullable GZIPOutputStream member;
  private boolean any;

  GzipOutput(OutputStream out) {
    this.out = out;
  }

  private GZIPOutputStream member() throws IOException {
    GZIPOutputStream current = member;
    if (current == null) {
      current = new GZIPOutputStream(new Unclosed(out), BUFFER_SIZE);
      member = current;
      any = true;
    }
    return current;
  }

  @Override
  public void write(int b) throws IOException {
    member().write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    member().write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (member != null) {
      // Closing releases the deflater's memory too.
      member.close();
      member = null;
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try {
      if (!any) {
        // Nothing at all would be no gzip.
        member();
      }
      flush();
    } finally {
      out.close();
    }
  }

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
