/** The Java of the README, compiled. {@code ReadmeTest} compares the two. */
@NullMarked
package dev.pageturner.samples.readme;

import org.jspecify.annotations.NullMarked;
