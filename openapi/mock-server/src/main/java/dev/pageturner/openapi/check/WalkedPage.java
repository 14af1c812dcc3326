package dev.pageturner.openapi.check;

import dev.pageturner.page.Total;
import dev.pageturner.position.Position;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a page.
 *
 * @param number which page of its walk it is, from 1
 * @param keys what tells its items apart, in order
 * @param contents hashes of its items as wholes, in the same order
 * @param position where it starts
 * @param next where the next page starts
 * @param total the number of all items that it tells
 * @param exchange the request that it answers
 * @param bytes the length of its body once decompressed, 0 where it is not known
 */
record WalkedPage(
    int number,
    List<String> keys,
    List<String> contents,
    Position position,
    Optional<Position> next,
    Optional<Total> total,
    Exchange exchange,
    long bytes) {
  WalkedPage {
    keys = List.copyOf(keys);
    contents = List.copyOf(contents);
  }

  int count() {
    return keys.size();
  }
}
