/** Paginated REST APIs as lazy Java sequences. */
module dev.pageturner.sdk {
  exports dev.pageturner;
  exports dev.pageturner.auth;
  exports dev.pageturner.batch;
  exports dev.pageturner.error;
  exports dev.pageturner.events;
  exports dev.pageturner.json;
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
  requires static transitive micrometer.core;
  requires static transitive org.jspecify;
}
