package dev.pageturner.samples.chat;

import org.jspecify.annotations.Nullable;

/**
 * The data of one event of the stream.
 *
 * @param kind {@code token}, or {@code done} at the end
 * @param token a word of the answer
 */
public record ChatEvent(String kind, @Nullable String token) {}
