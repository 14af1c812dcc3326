package dev.pageturner.content;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Bytes to be sent: a file, an array, a stream.
 *
 * <p>A stream is sent once: the request is not repeated after a failure, whatever the retry policy
 * says, and the stream is closed at its end. The others may be sent again.
 */
public final class Upload {
  private final Object source;
  private final Optional<String> fileName;
  private final Optional<String> mediaType;

  private Upload(Object source, Optional<String> fileName, Optional<String> mediaType) {
    this.source = Objects.requireNonNull(source, "source");
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  /** {@return a file, under its own name; it is read whenever it is sent} */
  public static Upload of(Path file) {
    Path name = file.getFileName();
    return new Upload(file, Optional.ofNullable(name).map(Path::toString), Optional.empty());
  }

  /** {@return bytes, which are not copied} */
  public static Upload of(byte[] bytes) {
    return new Upload(bytes, Optional.empty(), Optional.empty());
  }

  /** {@return a stream of any length, which is sent once} */
  public static Upload of(InputStream stream) {
    return new Upload(stream, Optional.empty(), Optional.empty());
  }

  /** {@return this upload under a name, for servers that look at it} */
  public Upload named(String fileName) {
    return new Upload(source, Optional.of(fileName), mediaType);
  }

  /** {@return this upload with a media type in place of the one that the request would say} */
  public Upload as(String mediaType) {
    return new Upload(source, fileName, Optional.of(mediaType));
  }

  /** {@return a {@link Path}, a {@code byte[]} or an {@link InputStream}} */
  public Object source() {
    return source;
  }

  /** {@return the name of the file, if it has one} */
  public Optional<String> fileName() {
    return fileName;
  }

  /** {@return the media type, if it was given} */
  public Optional<String> mediaType() {
    return mediaType;
  }
}
