/**
 * Whether a list pages honestly: every item once, in a stable order, to an end that the server
 * itself names.
 *
 * <p>{@code PagingCheck} walks a list and hands back a {@code CheckReport}. One {@code Survey}
 * holds the walks that the checks share, so that each page is asked for as seldom as possible; each
 * check is a class that judges what the survey saw. Every request goes through a {@code Witness},
 * which keeps the bound on requests. No test framework is needed: a report fails a test by an
 * {@link AssertionError}.
 *
 * <p>Imports: {@code curl}, the sdk. Imported by: the command line, tests.
 */
@NullMarked
package dev.pageturner.openapi.check;

import org.jspecify.annotations.NullMarked;
