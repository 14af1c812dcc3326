/**
 * One call: document in, files out; or a whole Maven project around them, with what a team needs to
 * build, test, describe and publish a client.
 *
 * <p>{@code Generator} makes the files. {@code ProjectGenerator} makes the project: each of its
 * files by a class of its own, while {@code ProjectFolder} writes them and knows which of them a
 * person has changed. {@code DetectedDocument} is for those who want no files, but what a document
 * says about its lists.
 *
 * <p>Imports: {@code parse}, {@code detect}, {@code emit}, {@code emit.name}, {@code emit.client},
 * {@code sources}, {@code model}. Imported by: the command line, the Maven plugin and the mock
 * server.
 */
@NullMarked
package dev.pageturner.openapi.generator;

import org.jspecify.annotations.NullMarked;
