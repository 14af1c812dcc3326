package dev.pageturner.internal.streams;

import dev.pageturner.content.Download;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.files.ReplacedFile;
import dev.pageturner.internal.http.Receiver;
import dev.pageturner.internal.http.Responses;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.MediaType;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** A response that is read as it arrives. */
public final class HttpDownload implements Download {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final OpenStream open;
  private final Content content;
  private final BufferedSource source;
  private final long longest;

  private HttpDownload(OpenStream open, long longest) {
    this.open = open;
    this.content = new Content(open.source());
    this.source = Okio.buffer(content);
    this.longest = longest;
  }

  /**
   * {@return what takes a response over}
   *
   * @param longest the most bytes that are held in memory
   */
  public static Receiver<Download> receiver(long longest) {
    return (response, call, exchange) ->
        new HttpDownload(new OpenStream(response, call, exchange), longest);
  }

  /**
   * {@return what reads a response as text, in the encoding that it says, else in UTF-8}
   *
   * @param longest the most bytes that are held in memory
   */
  public static Receiver<String> text(long longest) {
    return (response, call, exchange) -> {
      try (HttpDownload download =
          new HttpDownload(new OpenStream(response, call, exchange), longest)) {
        MediaType type = response.body().contentType();
        Charset said = type == null ? null : type.charset();
        return new String(download.bytes(), said == null ? StandardCharsets.UTF_8 : said);
      }
    };
  }

  @Override
  public int status() {
    return open.response().code();
  }

  @Override
  public Map<String, List<String>> headers() {
    return Responses.headers(open.response());
  }

  @Override
  public Optional<String> mediaType() {
    return Optional.ofNullable(open.response().header("Content-Type"));
  }

  @Override
  public OptionalLong length() {
    long length = open.response().body().contentLength();
    return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
  }

  @Override
  public InputStream stream() {
    return source.inputStream();
  }

  @Override
  public byte[] bytes() {
    long most = Math.min(longest, LARGEST_ARRAY);
    try {
      if (source.request(most + 1)) {
        throw new PageturnerException.Content(
            Kind.TOO_LARGE,
            "the body has more than " + most + " bytes: " + open.exchange().shown(),
            null,
            open.exchange().info());
      }
      return source.readByteArray();
    } catch (IOException e) {
      throw open.exchange().bodyError(e);
    }
  }

  @Override
  public void saveTo(Path file) {
    try (ReplacedFile replaced = ReplacedFile.open(file)) {
      receive(new LocalOutput(replaced.out()), file);
      replaced.commit();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private void receive(OutputStream out, Path file) {
    try {
      source.inputStream().transferTo(out);
    } catch (NotWritten e) {
      throw unwritable(file, e);
    } catch (IOException e) {
      throw open.exchange().bodyError(e);
    }
  }

  private static PageturnerException unwritable(Path file, IOException e) {
    return new PageturnerException.Storage(file + " cannot be written", e);
  }

  @Override
  public void close() {
    // What was read to its end leaves a connection for the next call; what was not may never end.
    if (content.ended) {
      open.response().close();
    } else {
      open.close();
    }
  }

  /** Knows whether all has been read, without asking the connection again. */
  private static final class Content extends ForwardingSource {
    private volatile boolean ended;

    Content(BufferedSource source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      ended = ended || read < 0;
      return read;
    }
  }

  /** Tells a full disk from a broken connection. */
  private static final class LocalOutput extends FilterOutputStream {
    LocalOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws NotWritten {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw new NotWritten(e);
      }
    }
  }

  private static final class NotWritten extends IOException {
    private static final long serialVersionUID = 1L;

    NotWritten(IOException cause) {
      super(cause);
    }
  }
}
