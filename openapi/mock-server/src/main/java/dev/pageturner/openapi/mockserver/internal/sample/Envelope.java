package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes what stands around the items of a page: what is required, and whatever leads to the places
 * that a page fills in.
 */
public final class Envelope {
  private final Samples samples;
  private final Draw draw;

  /** Makes an envelope maker whose values {@code draw} decides on. */
  public Envelope(Samples samples, Draw draw) {
    this.samples = samples;
    this.draw = draw.sparse();
  }

  /**
   * {@return a value that {@code schemas} allow, with objects at the way to each place}
   *
   * @param schemas what is said about the value
   * @param places the names that lead to each place; the first is the most important
   */
  public RawJson make(List<Schema> schemas, List<List<String>> places) {
    return make(Merged.of(schemas), places, draw);
  }

  private RawJson make(Merged open, List<List<String>> places, Draw at) {
    Merged schema = chosen(open, places);
    RawJson value = samples.of(schema).value(at);
    List<List<String>> inner = places.stream().filter(place -> place.size() > 1).toList();
    if (inner.isEmpty()) {
      return value;
    }
    Map<String, RawJson> members =
        new LinkedHashMap<>(value.kind() == RawJson.Kind.OBJECT ? value.members() : Map.of());
    for (List<String> place : inner) {
      String name = place.get(0);
      List<Schema> said = schema.properties().getOrDefault(name, List.of());
      members.put(name, make(Merged.of(said), below(name, places), at.at(name)));
    }
    return RawJson.ofObject(members);
  }

  private static List<List<String>> below(String name, List<List<String>> places) {
    List<List<String>> below = new ArrayList<>();
    places.stream()
        .filter(place -> place.size() > 1 && place.get(0).equals(name))
        .forEach(place -> below.add(place.subList(1, place.size())));
    return below;
  }

  /** Of alternatives, the one that has the first place. */
  private static Merged chosen(Merged open, List<List<String>> places) {
    Merged schema = open;
    Optional<Merged.Choice> choice = schema.open();
    while (choice.isPresent()) {
      Merged.Choice one = choice.get();
      Schema best = one.alternatives().stream()
          .filter(alternative -> leads(alternative, places))
          .findFirst()
          .orElse(one.alternatives().get(0));
      schema = schema.with(one, best);
      choice = schema.open();
    }
    return schema;
  }

  private static boolean leads(Schema alternative, List<List<String>> places) {
    Described described = new Described(List.of(alternative));
    return places.stream()
        .findFirst()
        .map(place ->
            place.isEmpty() ? described.isArray() : described.names().contains(place.get(0)))
        .orElse(true);
  }
}
