/**
 * Requests as commands of curl that a person can paste into a shell, their secrets masked.
 *
 * <p>Imports: the sdk's masking of URLs. Imported by: {@code check}, the command line.
 */
@NullMarked
package dev.pageturner.openapi.curl;

import org.jspecify.annotations.NullMarked;
