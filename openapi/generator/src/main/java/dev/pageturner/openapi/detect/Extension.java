package dev.pageturner.openapi.detect;

import java.util.Optional;

/** Reads one vendor's extension, in which an owner says how an operation pages. */
@FunctionalInterface
interface Extension {
  /** {@return what the extension says of an operation; empty if the operation hasn't got it} */
  Optional<Stated> read(Candidate candidate);
}
