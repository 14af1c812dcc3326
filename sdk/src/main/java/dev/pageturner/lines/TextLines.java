package dev.pageturner.lines;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.lines.JsonLines.BadLine;
import dev.pageturner.lines.JsonLines.Opener;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, plain or compressed by gzip, read one by one as they are asked for.
 *
 * <p>It is immutable, and its methods that set something return another one. Nothing is opened
 * before the first {@code hasNext()}; an iterator that is not read to its end should be closed.
 * Lines end with a line feed, with or without a carriage return before it, and are given without
 * it; the last one needs none. Blank lines count. A UTF-8 byte order mark at the beginning is
 * dropped. Errors are those of {@link JsonLines}; unless told otherwise, a line that is not in the
 * charset is one.
 */
public final class TextLines implements LazyIterable<String> {
  private final LineSource source;
  private final Charset charset;
  private final CodingErrorAction malformed;
  private final int maxLineLength;
  private final @Nullable Consumer<? super BadLine> skipped;

  private TextLines(
      LineSource source,
      Charset charset,
      CodingErrorAction malformed,
      int maxLineLength,
      @Nullable Consumer<? super BadLine> skipped) {
    this.source = source;
    this.charset = charset;
    this.malformed = malformed;
    this.maxLineLength = maxLineLength;
    this.skipped = skipped;
  }

  private static TextLines from(LineSource source) {
    return new TextLines(
        source,
        StandardCharsets.UTF_8,
        CodingErrorAction.REPORT,
        JsonLines.DEFAULT_MAX_LINE_LENGTH,
        null);
  }

  /** {@return the lines of a file in UTF-8, which each iterator opens anew} */
  public static TextLines from(Path file) {
    return from(LineSource.of(file));
  }

  /** {@return the lines of a stream in UTF-8, which each iterator opens anew} */
  public static TextLines from(Opener opener) {
    return from(LineSource.of(opener));
  }

  /** {@return the lines of a stream in UTF-8; a second iterator is an error} */
  public static TextLines once(InputStream in) {
    return from(LineSource.once(in));
  }

  /**
   * Reads in another charset. In UTF-16 and UTF-32 a byte order mark is dropped, and places and
   * lengths in bytes are those of the same text in UTF-8.
   */
  public TextLines charset(Charset charset) {
    Objects.requireNonNull(charset, "charset");
    return new TextLines(source, charset, malformed, maxLineLength, skipped);
  }

  /** Replaces what is not in the charset by U+FFFD, instead of refusing the line. */
  public TextLines replaceMalformed() {
    return new TextLines(source, charset, CodingErrorAction.REPLACE, maxLineLength, skipped);
  }

  /** Sets the greatest length of a line in bytes; 16 MiB unless set. */
  public TextLines maxLineLength(int bytes) {
    return new TextLines(source, charset, malformed, LineLengths.check(bytes), skipped);
  }

  /** Goes on after a bad line, having told {@code handler} about it. */
  public TextLines skipBadLines(Consumer<? super BadLine> handler) {
    Objects.requireNonNull(handler, "handler");
    return new TextLines(source, charset, malformed, maxLineLength, handler);
  }

  /** {@return the lines; {@code hasNext()} and {@code next()} throw {@link PageturnerException}} */
  @Override
  public CloseableIterator<String> iterator() {
    LineSource claimed = source.claim();
    if (TextDecoder.splitsAtBytes(charset)) {
      TextDecoder decoder = new TextDecoder(charset, malformed);
      return new LineIterator<>(claimed, maxLineLength, decoder, skipped);
    }
    LineSource transcoded = claimed.through(in -> new Utf8Input(in, charset, malformed));
    TextDecoder decoder = new TextDecoder(StandardCharsets.UTF_8, malformed);
    return new LineIterator<>(transcoded, maxLineLength, decoder, skipped);
  }
}
