/**
 * Pages of HTML that need nothing beside themselves.
 *
 * <p>Imports: nothing of ours. Imported by: {@code record}, {@code report}.
 */
@NullMarked
package dev.pageturner.openapi.cli.html;

import org.jspecify.annotations.NullMarked;
