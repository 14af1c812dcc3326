/**
 * How a list is traversed, wherever its pages come from: every law of paging is kept here, once.
 *
 * <p>A {@code PageSource} opens pages by their places: HTTP ({@code internal.paging}) or a function
 * of the application. {@code ItemWalk} is one traversal; it stands at a {@code LinePage}, the one
 * owner of its place, in a {@code PageLine} of pages read ahead. {@code PageQueue} fetches them for
 * a consumer who waits, {@code LaterQueue} for one who is woken; {@code PageWalk} has the rules of
 * the way from page to page, which both ask.
 *
 * <p>{@code SteppedPages} is a list, or what an operator makes of lists; a traversal of it is
 * {@code Steps}. An operator is written once, as steps over steps, for both kinds of consumer, and
 * keeps the place of what it reads: {@code PageSpot} is a page's place in all the lists that it is
 * made of, {@code NestedSteps} puts those of lists within lists together.
 *
 * <p>Imports: {@code page}, {@code sequence}, {@code batch}, {@code error}, {@code position},
 * {@code internal.text}, {@code internal.url}. Imported by: {@code page}, {@code internal.paging},
 * the root package, sdk-async.
 */
@NullMarked
package dev.pageturner.internal.walk;

import org.jspecify.annotations.NullMarked;
