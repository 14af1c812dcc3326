/** Paginated REST APIs as lazy Java sequences. */
module dev.pageturner.sdk {
  exports dev.pageturner.error;
  exports dev.pageturner.json;
  exports dev.pageturner.lines;
  exports dev.pageturner.position;
  exports dev.pageturner.sequence;

  requires transitive okhttp3;
  requires transitive com.squareup.moshi;
  requires okio;
  requires kotlin.stdlib;
  requires transitive io.github.resilience4j.ratelimiter;
  requires io.github.resilience4j.core;
  requires static transitive org.jspecify;
}
