/** Paginated REST APIs as lazy Java sequences. */
@SuppressWarnings("module") // The sister module is built after this one.
module dev.pageturner.sdk {
  exports dev.pageturner;
  exports dev.pageturner.auth;
  exports dev.pageturner.batch;
  exports dev.pageturner.content;
  exports dev.pageturner.error;
  exports dev.pageturner.events;
  exports dev.pageturner.internal.events to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.hints to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.http to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.json to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.paging to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.rate to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.streams to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.time to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.url to
      dev.pageturner.sdk.async;
  exports dev.pageturner.internal.walk to
      dev.pageturner.sdk.async;
  exports dev.pageturner.json;
  exports dev.pageturner.json.generated;
  exports dev.pageturner.lines;
  exports dev.pageturner.metrics;
  exports dev.pageturner.page;
  exports dev.pageturner.pagination;
  exports dev.pageturner.position;
  exports dev.pageturner.rate;
  exports dev.pageturner.retry;
  exports dev.pageturner.sequence;

  requires transitive okhttp3;
  requires transitive com.squareup.moshi;
  requires okio;
  requires kotlin.stdlib;
  requires transitive io.github.resilience4j.ratelimiter;
  requires io.github.resilience4j.core;
  requires static micrometer.core;
  requires static transitive org.jspecify;
}
