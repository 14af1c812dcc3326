package dev.pageturner.openapi.cli.record;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body that is read as it would be, and tells at its end how long it was and what it held. */
final class TappedBody extends ResponseBody {
  private final ResponseBody body;
  private final long keep;
  private final Consumer<End> ended;
  private final BufferedSource source;

  /**
   * The end of a body.
   *
   * @param content the whole of it, if it was read to its end and is not too long
   * @param bytes how long it was
   * @param failure what went wrong, if it was not read to its end
   */
  record End(Optional<ByteString> content, long bytes, Optional<String> failure) {}

  TappedBody(ResponseBody body, long keep, Consumer<End> ended) {
    this.body = body;
    this.keep = keep;
    this.ended = ended;
    this.source = Okio.buffer(new Tap());
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  private final class Tap extends ForwardingSource {
    private final Buffer kept = new Buffer();
    private long bytes;
    private boolean atEnd;
    private boolean told;

    Tap() {
      super(body.source());
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read;
      try {
        read = super.read(sink, byteCount);
      } catch (IOException e) {
        tell(Optional.of("the body broke off: " + e.getClass().getSimpleName()));
        throw e;
      }
      if (read < 0) {
        atEnd = true;
        tell(Optional.empty());
        return read;
      }
      bytes += read;
      if (bytes <= keep) {
        sink.copyTo(kept, sink.size() - read, read);
      } else {
        kept.clear();
      }
      if (bytes == body.contentLength()) {
        // Whoever knows the length does not ask for more.
        atEnd = true;
        tell(Optional.empty());
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      tell(Optional.empty());
      super.close();
    }

    private void tell(Optional<String> failure) {
      if (!told) {
        told = true;
        boolean whole = atEnd && bytes <= keep && keep > 0;
        ended.accept(
            new End(whole ? Optional.of(kept.readByteString()) : Optional.empty(), bytes, failure));
        kept.clear();
      }
    }
  }
}
