/**
 * What can be said on the command line: groups of options that commands share, and the forms of
 * their values.
 *
 * <p>Imports: nothing of the command line; of the generator the {@code spelling} only. Imported by:
 * {@code listing}, the commands.
 */
@NullMarked
package dev.pageturner.openapi.cli.options;

import org.jspecify.annotations.NullMarked;
