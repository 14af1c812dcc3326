package dev.pageturner.openapi.detect;

import java.util.Optional;

/** One family of evidence: looks at an operation and says how it pages, if this family knows. */
@FunctionalInterface
interface Rule {
  Optional<Finding> look(Candidate candidate);
}
