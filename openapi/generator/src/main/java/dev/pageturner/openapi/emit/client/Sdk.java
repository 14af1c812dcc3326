package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** Names of what generated code refers to. */
final class Sdk {
  static final ClassName API_CLIENT = ClassName.get("dev.pageturner", "ApiClient");
  static final ClassName API_REQUEST = ClassName.get("dev.pageturner", "ApiRequest");
  static final ClassName API_RESPONSE = ClassName.get("dev.pageturner", "ApiResponse");
  static final ClassName PAGED_ITERABLE = ClassName.get("dev.pageturner.page", "PagedIterable");
  static final ClassName LAZY_ITERABLE = ClassName.get("dev.pageturner.sequence", "LazyIterable");
  static final ClassName JSON = ClassName.get("dev.pageturner.json", "RawJson");
  static final ClassName SERVER_EVENT = ClassName.get("dev.pageturner.events", "ServerEvent");
  static final ClassName EVENT_OPTIONS = ClassName.get("dev.pageturner.events", "EventOptions");
  static final ClassName RECEIVED_JSON = ClassName.get("dev.pageturner", "ReceivedJson");
  static final ClassName CREDENTIALS = ClassName.get("dev.pageturner.auth", "Credentials");
  static final ClassName BODY = ClassName.get("dev.pageturner.content", "Body");
  static final ClassName UPLOAD = ClassName.get("dev.pageturner.content", "Upload");
  static final ClassName DOWNLOAD = ClassName.get("dev.pageturner.content", "Download");
  static final ClassName STYLE = ClassName.get("dev.pageturner.content", "ParameterStyle");
  static final ClassName PAGINATION = ClassName.get("dev.pageturner.pagination", "Pagination");
  static final ClassName SOURCE = ClassName.get("dev.pageturner.pagination", "Source");
  static final ClassName CARRIER = ClassName.get("dev.pageturner.pagination", "Carrier");
  static final ClassName NEXT = ClassName.get("dev.pageturner.pagination", "Next");
  static final ClassName END_RULE = ClassName.get("dev.pageturner.pagination", "EndRule");
  static final ClassName FLAG = ClassName.get("dev.pageturner.pagination", "Flag");
  static final ClassName ITEMS = ClassName.get("dev.pageturner.pagination", "Items");
  static final ClassName PATH = ClassName.get("dev.pageturner.pagination", "JsonPath");
  static final ClassName SYNC = ClassName.get("dev.pageturner.pagination", "Sync");
  static final ClassName MARK = ClassName.get("dev.pageturner.pagination", "Mark");
  static final ClassName PAGE_SIZE = ClassName.get("dev.pageturner.pagination", "PageSize");

  static final ClassName ASYNC_CLIENT = ClassName.get("dev.pageturner.async", "AsyncApiClient");
  static final ClassName PAGED_PUBLISHER = ClassName.get("dev.pageturner.async", "PagedPublisher");
  static final ClassName LAZY_PUBLISHER = ClassName.get("dev.pageturner.async", "LazyPublisher");

  static final ClassName MOSHI_TYPES = ClassName.get("com.squareup.moshi", "Types");
  static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
  private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(
          ClassName.get("org.jspecify.annotations", "Nullable"))
      .build();

  private Sdk() {}

  static TypeName nullable(TypeName type) {
    return type.box().annotated(NULLABLE);
  }
}
