/**
 * What was sent and what came back, kept as HAR, as a page with a waterfall, or said in lines; each
 * without its secrets.
 *
 * <p>Imports: {@code html}, commands of {@code curl}, the sdk. Imported by: {@code listing}, the
 * commands.
 */
@NullMarked
package dev.pageturner.openapi.cli.record;

import org.jspecify.annotations.NullMarked;
