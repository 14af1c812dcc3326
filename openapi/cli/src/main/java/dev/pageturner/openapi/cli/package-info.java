/**
 * The command line {@code pageturner}: its commands, exit codes, and what they print.
 *
 * <p>Data goes to standard output, everything else to standard error. {@code options} says what can
 * be said, {@code listing} walks a list, {@code record} keeps what was sent, {@code report} shows
 * what documents say.
 *
 * <p>Imports: the packages below it, the generator's {@code generator}, {@code detect} and
 * {@code model}, the mock server, the sdk. Imported by: nothing.
 */
@NullMarked
package dev.pageturner.openapi.cli;

import org.jspecify.annotations.NullMarked;
