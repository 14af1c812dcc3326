/**
 * What Pageturner costs beside the loops that it replaces: time, memory, time to the first item.
 *
 * <p>A program, not part of the tests; {@code CONTRIBUTING.md} has the command and the figures.
 */
package dev.pageturner.benchmark;
