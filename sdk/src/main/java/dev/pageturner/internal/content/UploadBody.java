package dev.pageturner.internal.content;

import dev.pageturner.content.Upload;
import dev.pageturner.error.PageturnerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A file, bytes or a stream as it is sent, a piece at a time. */
final class UploadBody extends RequestBody {
  private static final int PIECE = 16 << 10;

  private final Upload upload;
  private final MediaType type;
  private final AtomicBoolean sent = new AtomicBoolean();

  UploadBody(Upload upload, MediaType type) {
    this.upload = upload;
    this.type = type;
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    try {
      if (upload.source() instanceof Path file) {
        return Files.size(file);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return upload.source() instanceof byte[] bytes ? bytes.length : -1;
  }

  @Override
  public boolean isOneShot() {
    return upload.source() instanceof InputStream;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (InputStream in = open()) {
      byte[] piece = new byte[PIECE];
      for (int read = read(in, piece); read >= 0; read = read(in, piece)) {
        sink.write(piece, 0, read);
      }
    }
  }

  private InputStream open() {
    if (upload.source() instanceof InputStream stream) {
      if (sent.getAndSet(true)) {
        throw new PageturnerException.Storage("the stream of the body was sent before", null);
      }
      return stream;
    } else if (upload.source() instanceof Path file) {
      try {
        return Files.newInputStream(file);
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
    return new ByteArrayInputStream((byte[]) upload.source());
  }

  /** What fails here is the source, not the connection: to try again would not help. */
  private static int read(InputStream in, byte[] piece) {
    try {
      return in.read(piece);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static PageturnerException unreadable(IOException e) {
    return new PageturnerException.Storage("the content of the body could not be read", e);
  }
}
