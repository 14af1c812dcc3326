package dev.pageturner.sequence;

import org.jspecify.annotations.Nullable;

/** An item and its bytes. */
record SizedItem<T extends @Nullable Object>(T item, long bytes) {}
