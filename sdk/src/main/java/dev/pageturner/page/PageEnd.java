package dev.pageturner.page;

import dev.pageturner.position.Position;
import org.jspecify.annotations.Nullable;

/**
 * How a page ended.
 *
 * @param next where the next page starts, or null at the end of the list
 * @param items how many items the page had, left out ones included
 * @param content a fingerprint of the items, to tell a server that sends the same page for ever; 0
 *     when it is not known
 */
public record PageEnd(@Nullable Position next, long items, long content) {}
