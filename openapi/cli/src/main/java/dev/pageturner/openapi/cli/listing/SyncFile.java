package dev.pageturner.openapi.cli.listing;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps where the list of what changes later begins.
 *
 * @param file where it is kept
 * @param since what an earlier run has left, of which nothing is in the output of this one
 * @param raw whether pages are written rather than items
 */
record SyncFile(StateFile file, Optional<RunState> since, boolean raw) {
  static SyncFile open(Path path, boolean raw) {
    StateFile file = new StateFile(path);
    return new SyncFile(file, file.load(), raw);
  }

  /** Keeps the end of a list whose output is complete, unless it is none to go on from. */
  void save(Checkpoint end, List<String> pagination) {
    Place place = end.place();
    if (place.position() instanceof Position.Start && place.since().isPresent()) {
      file.save(new RunState(end, 0, 0, raw, Optional.empty(), pagination));
    }
  }
}
