package dev.pageturner.openapi.emit.source;

/**
 * Which ways an object goes.
 *
 * @param sent whether the client sends it
 * @param received whether the client receives it
 * @param changes whether it is, or is part of, the JSON of a PATCH
 */
record Directions(boolean sent, boolean received, boolean changes) {
  /**
   * {@return whether a member that is null says something else than one that is not there} In a
   * PATCH it does (RFC 7396 for one). What is received, too, has the simpler form.
   */
  boolean patches() {
    return changes && !received;
  }
}
