/** Paginated REST APIs as {@link java.util.concurrent.Flow.Publisher}. */
module dev.pageturner.sdk.async {
  exports dev.pageturner.async;

  requires transitive dev.pageturner.sdk;
  requires okio;
  requires kotlin.stdlib;
  requires static transitive org.jspecify;
}
