package dev.pageturner.openapi.cli.record;

/**
 * Something that happened at one moment.
 *
 * @param at when, in nanoseconds since the beginning of the run
 * @param text what
 */
record TraceNote(long at, String text) {}
