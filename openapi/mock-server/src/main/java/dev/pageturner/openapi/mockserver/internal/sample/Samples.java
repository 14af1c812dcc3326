package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Discriminator;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns schemas into samples, each one once. Safe for use by several threads, as the schemas
 * themselves are not.
 */
public final class Samples {
  /** Below this whatever may be null is. */
  private static final int DEEP = 6;

  /**
   * Unions of one value whose combinations are kept; of more, alternatives are chosen at each draw.
   */
  private static final int KEPT_UNIONS = 2;

  /** Unions within unions that are looked at before the outermost one is known. */
  private static final int MOST_LOOKS = 4;

  /** Steps to look at all unions of a document. */
  private static final int MOST_STEPS = 500_000;

  /** Steps to look at one union. */
  private static final int MOST_STEPS_OF_ONE = 20_000;

  /** Values of an {@code enum}: so many are enough to choose from. */
  private static final int MOST_VALUES = 100;

  private final boolean keyword;
  private final IdentityHashMap<Schema, Sample> known = new IdentityHashMap<>();
  private final Work looking = Work.of(MOST_STEPS);
  private int looks;

  /**
   * Makes an empty table.
   *
   * @param nullable whether {@code nullable: true} means anything, as up to OpenAPI 3.0
   */
  public Samples(boolean nullable) {
    this.keyword = nullable;
  }

  /** {@return the sample of a schema} */
  public synchronized Sample of(Schema schema) {
    Sample sample = known.get(schema);
    if (sample == null) {
      sample = later(List.of(schema));
      known.put(schema, sample);
    }
    return sample;
  }

  /** {@return the sample of a value for which all these schemas hold} */
  public synchronized Sample of(List<Schema> schemas) {
    return inside(schemas);
  }

  /** {@return the sample of what was merged} */
  synchronized Sample of(Merged schema) {
    return compiled(schema);
  }

  /** Schemas contain themselves: what is inside is looked at when it is first drawn. */
  private Sample later(List<Schema> schemas) {
    return schemas.size() == 1 && known.get(schemas.get(0)) != null
        ? known.get(schemas.get(0))
        : new Later(() -> compiled(Merged.of(schemas)));
  }

  private final class Later implements Sample {
    private final java.util.function.Supplier<Sample> make;
    private volatile @Nullable Sample made;

    private Later(java.util.function.Supplier<Sample> make) {
      this.make = make;
    }

    @Override
    public RawJson value(Draw draw) {
      Sample sample = made;
      if (sample == null) {
        synchronized (Samples.this) {
          sample = make.get();
          made = sample;
        }
      }
      return draw.depth() == 0 ? draw.bounded(sample) : sample.value(draw);
    }
  }

  private Sample inside(List<Schema> schemas) {
    return schemas.size() == 1 ? of(schemas.get(0)) : later(schemas);
  }

  private Sample compiled(Merged schema) {
    Optional<List<RawJson>> values = schema.values();
    if (values.isPresent() && !values.get().isEmpty()) {
      List<RawJson> some = preferred(schema, values.get());
      return draw -> some.get(draw.below(some.size()));
    }
    Optional<Merged.Choice> choice = schema.open();
    if (choice.isPresent()) {
      return schema.decisions() < KEPT_UNIONS
          ? union(schema, choice.get())
          : draw -> chosen(schema, draw).value(draw);
    }
    return settled(schema);
  }

  private Sample settled(Merged schema) {
    Sample sample = typed(schema);
    return schema.isNullable(keyword) ? orNull(sample) : sample;
  }

  private synchronized Sample chosen(Merged open, Draw draw) {
    Merged schema = open;
    Optional<Merged.Choice> choice = schema.open();
    while (choice.isPresent() && draw.work().take()) {
      List<Schema> alternatives = choice.get().alternatives();
      int index = draw.at("choice" + schema.decisions()).below(alternatives.size());
      schema = schema.with(choice.get(), alternatives.get(index));
      choice = schema.open();
    }
    return settled(schema);
  }

  /**
   * {@return the steps to find out which alternatives of a union will do, empty if that is not
   * found out now}
   *
   * <p>The alternatives that no steps are left for are believed. The caller holds the lock.
   */
  Optional<Work> beginLook() {
    if (looks >= MOST_LOOKS) {
      return Optional.empty();
    }
    looks++;
    return Optional.of(looking.part(MOST_STEPS_OF_ONE));
  }

  /** Ends what {@link #beginLook} began. */
  void endLook() {
    looks--;
  }

  /** Null now and then, and always where a value would otherwise have no end. */
  private static Sample orNull(Sample sample) {
    return draw -> draw.depth() > DEEP || (draw.depth() > 0 && draw.below(8) == 7)
        ? RawJson.ofNull()
        : sample.value(draw);
  }

  /** Null only if there is nothing else, and no true among texts that some tool misread. */
  private static List<RawJson> preferred(Merged schema, List<RawJson> values) {
    List<RawJson> some = values.subList(0, Math.min(values.size(), MOST_VALUES));
    List<RawJson> rest = some.stream()
        .filter(value -> !value.isNull())
        .filter(value -> SchemaCheck.accept(schema.parts(), value))
        .toList();
    return rest.isEmpty() ? some : rest;
  }

  private Sample union(Merged schema, Merged.Choice choice) {
    List<Sample> alternatives = new ArrayList<>();
    for (Schema alternative : choice.alternatives()) {
      Merged with = schema.with(choice, alternative);
      if (!isNull(alternative) || choice.alternatives().size() == 1) {
        alternatives.add(named(choice.holder(), alternative, compiledLater(with)));
      }
    }
    boolean exclusive = choice.keyword().equals("oneOf");
    Sample union = new UnionSample(schema.parts(), alternatives, exclusive, this);
    boolean nullable = alternatives.size() < choice.alternatives().size()
        && SchemaCheck.accept(schema.parts(), RawJson.ofNull());
    return nullable ? orNull(union) : union;
  }

  private Sample compiledLater(Merged schema) {
    return new Later(() -> compiled(schema));
  }

  private static boolean isNull(Schema schema) {
    return SchemaCheck.accepts(schema, RawJson.ofNull())
        && !schema.node().asObject().filter(node -> node.has("properties")).isPresent()
        && schema.target().types().isEmpty()
        && schema.target().node().asObject().filter(node -> node.has("type")).isPresent();
  }

  /** A discriminator wants its own property to say which alternative was chosen. */
  private static Sample named(Schema holder, Schema alternative, Sample sample) {
    Optional<Discriminator> discriminator = holder.discriminator();
    if (discriminator.isEmpty()) {
      return sample;
    }
    RawJson value = RawJson.of(Alternatives.name(discriminator.get(), alternative));
    String property = discriminator.get().property();
    boolean fixed =
        Merged.of(List.of(alternative)).properties().getOrDefault(property, List.of()).stream()
            .anyMatch(schema -> !SchemaCheck.accepts(schema, value));
    return draw -> {
      RawJson object = sample.value(draw);
      return fixed || object.kind() != RawJson.Kind.OBJECT
          ? object
          : Alternatives.with(object, property, value);
    };
  }

  private Sample typed(Merged schema) {
    Optional<RawJson> example = schema.examples().stream()
        .filter(one -> schema.parts().stream().allMatch(part -> SchemaCheck.accepts(part, one)))
        .findFirst();
    return switch (TypeOf.schema(schema)) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer" -> new NumberSample(schema, true, example);
      case "number" -> new NumberSample(schema, false, example);
      case "boolean" -> draw -> RawJson.of(draw.below(2) == 0);
      case "null" -> draw -> RawJson.ofNull();
      case "any" -> {
        RawJson any = example.orElseGet(() -> RawJson.ofObject(Map.of()));
        yield draw -> any;
      }
      default -> new TextSample(schema, example);
    };
  }

  private Sample array(Merged schema) {
    List<Schema> items = schema.children(Schema::items);
    boolean unique = schema.parts().stream().anyMatch(part -> part.flag("uniqueItems"));
    return new ArraySample(
        items.isEmpty() ? draw -> RawJson.of(Texts.words(draw.bits())) : inside(items),
        schema.atLeast("minItems"),
        schema.atMost("maxItems"),
        unique);
  }

  private Sample object(Merged schema) {
    Map<String, ObjectSample.Member> members = new LinkedHashMap<>();
    Set<String> required = schema.required();
    schema.properties().forEach((name, said) -> {
      boolean hidden =
          said.stream().anyMatch(part -> part.target().flag("writeOnly") || part.flag("writeOnly"));
      members.put(name, new ObjectSample.Member(inside(said), required.contains(name), !hidden));
    });
    List<Schema> additional = schema.children(Schema::additionalProperties);
    Sample others =
        additional.isEmpty() ? draw -> RawJson.of(Texts.words(draw.bits())) : inside(additional);
    // Some documents require what they do not describe.
    required.stream()
        .filter(name -> !members.containsKey(name))
        .forEach(name -> members.put(name, new ObjectSample.Member(others, true, true)));
    boolean open = !additional.isEmpty() || schema.atLeast("minProperties") > 0;
    return new ObjectSample(members, open ? others : null, schema.atLeast("minProperties"));
  }
}
