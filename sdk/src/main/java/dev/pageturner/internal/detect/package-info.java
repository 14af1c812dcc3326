/**
 * What a response says about its list: how it pages, and whether it has more than was read.
 *
 * <p>{@code Outline} is what a page looks like without its items. {@code Detector} decides from it
 * how an unknown endpoint pages, {@code Completeness} how far the end of a list can be believed,
 * {@code PageMark} whether a page came a second time. All of them are pure: they are told what came
 * and answer with a value. Nobody here sends.
 *
 * <p>Imports: {@code pagination}, {@code position}, {@code internal.http}, {@code internal.json},
 * {@code internal.url}. Imported by: {@code internal.paging}.
 */
@NullMarked
package dev.pageturner.internal.detect;

import org.jspecify.annotations.NullMarked;
