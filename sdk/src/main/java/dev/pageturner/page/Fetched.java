package dev.pageturner.page;

import dev.pageturner.position.Position;

/** A page, where it starts, and whether the walk knows already how it ends. */
record Fetched<T>(Position position, OpenPage<T> page, boolean endKnown) {}
