package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.pagination.Pagination;
import java.util.List;
import java.util.Optional;

/** What an operation gives back. */
sealed interface Result {
  /** A list, fetched page by page; one page by itself is a result, too. */
  record Paged(
      TypeName item, Pagination pagination, Optional<DetectedPagination> found, Result page)
      implements Result {}

  /** One object. */
  record One(TypeName type) implements Result {}

  /** One object, or nothing, with another status. */
  record Perhaps(TypeName type) implements Result {}

  /** Nothing. */
  record Nothing() implements Result {}

  /** Bytes of a media type. */
  record Bytes(String mediaType) implements Result {}

  /** Text of a media type. */
  record Text(String mediaType) implements Result {}

  /**
   * Events, each as it comes.
   *
   * @param data what their data is
   * @param endData the data of those that end the stream, beside {@code [DONE]}
   * @param endTypes the types of those that are the last ones
   */
  record Events(TypeName data, List<String> endData, List<String> endTypes) implements Result {}

  /** JSON values of a media type one after the other, each as it comes. */
  record Lines(TypeName item, String mediaType) implements Result {}
}
