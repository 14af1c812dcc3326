package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Place;
import dev.pageturner.openapi.model.Problem;
import java.util.regex.Pattern;

/**
 * A name that stands twice in one object: an error, but in an example, which nothing is made of.
 */
final class Duplicates {
  private static final Pattern IN_EXAMPLE = Pattern.compile("/(?:examples?|default|x-[^/]*)/");

  private Duplicates() {}

  static Problem problem(Place place) {
    Location location = place.location();
    return IN_EXAMPLE.matcher(location.pointer()).find()
        ? Problem.warning(location, "the name stands twice in one object; the last one counts")
        : Problem.error(location, "the name stands twice in one object");
  }
}
