/**
 * The client: paginated REST endpoints as lazy sequences.
 *
 * <p>Start at {@link dev.pageturner.ApiClient}. This package wires the others together and is
 * imported by none of them.
 */
@NullMarked
package dev.pageturner;

import org.jspecify.annotations.NullMarked;
