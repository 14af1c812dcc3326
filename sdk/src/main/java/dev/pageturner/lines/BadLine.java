package dev.pageturner.lines;

import dev.pageturner.error.PageturnerException;

/**
 * A line that was skipped.
 *
 * @param number the number of the line, from 1; blank lines count
 * @param offset the bytes before the line; of compressed data, those that it decompresses to
 * @param error what is wrong with it, in a message without its content
 */
public record BadLine(long number, long offset, PageturnerException.Content error) {}
