package dev.pageturner.openapi.cli.listing;

import java.util.Optional;

/**
 * What a run keeps in files, and what earlier ones have left there.
 *
 * @param file where it says how to go on after a failure
 * @param before what an unfinished run wrote there
 * @param sync where it says what its end offers for later
 */
record RunFiles(Optional<StateFile> file, Optional<RunState> before, Optional<SyncFile> sync) {
  /** {@return where in the list this run begins, if that is not its first page} */
  Optional<RunState> start() {
    return before.or(() -> sync.flatMap(SyncFile::since));
  }

  /** {@return whether nothing is kept} */
  boolean isEmpty() {
    return file.isEmpty() && sync.isEmpty();
  }
}
