package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.type.UnionType.Alternative;
import dev.pageturner.openapi.emit.type.UnionType.Shape;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The alternatives of a union while they are collected: those of unions within are its own, and of
 * two that JSON cannot tell apart the wider one stays.
 */
final class UnionDraft {
  private static final Shape NO_SHAPE = new Shape(Map.of(), Set.of(), Set.of());

  /** A name of more alternatives than this is no name. */
  private static final int MOST_IN_NAME = 3;

  private final TypeResolver types;
  private final Optional<String> discriminator;
  private final Map<TypeName, Alternative> objects = new LinkedHashMap<>();
  private final Map<String, TypeName> others = new LinkedHashMap<>();
  private boolean anything;
  private boolean keepsSingle;

  UnionDraft(TypeResolver types, Optional<String> discriminator) {
    this.types = types;
    this.discriminator = discriminator;
  }

  /** Says that a single alternative is not all that the value may be. */
  void keepSingle() {
    keepsSingle = true;
  }

  void add(TypeName type, Facts facts, List<String> values) {
    Optional<Definition> definition = types.definition(type);
    if (definition.isPresent() && definition.get() instanceof UnionType union) {
      union.alternatives().forEach(this::addOther);
    } else if (definition.isPresent() && definition.get() instanceof ObjectType) {
      addOther(new Alternative(type, Optional.empty(), values, shape(facts)));
    } else if (definition.isEmpty() && type instanceof ClassName name && types.isOurs(name)) {
      // A union that is being put together: its alternatives are those of this one.
      return;
    } else {
      addOther(new Alternative(type, wrapper(type), List.of(), NO_SHAPE));
    }
  }

  private void addOther(Alternative alternative) {
    Optional<String> wrapper = alternative.wrapper();
    if (alternative.type().equals(Types.JSON)) {
      anything = true;
    } else if (wrapper.isEmpty()) {
      objects.merge(alternative.type(), alternative, UnionDraft::withValuesOfBoth);
    } else {
      others.merge(wrapper.get(), alternative.type(), this::wider);
    }
  }

  private static Alternative withValuesOfBoth(Alternative one, Alternative other) {
    Set<String> values = new LinkedHashSet<>(one.values());
    values.addAll(other.values());
    return new Alternative(one.type(), one.wrapper(), List.copyOf(values), one.shape());
  }

  private Optional<String> wrapper(TypeName type) {
    if (Types.isList(type)) {
      return Optional.of("OfList");
    }
    if (Types.isMap(type)) {
      return Optional.of("OfMap");
    }
    TypeName value =
        types.definition(type).orElse(null) instanceof ValueType known ? known.valueType() : type;
    if (Types.NUMBERS.contains(value)) {
      return Optional.of("OfNumber");
    }
    return Optional.of(value.equals(Types.BOOLEAN) ? "OfBoolean" : "OfString");
  }

  private TypeName wider(TypeName one, TypeName other) {
    if (one.equals(other)) {
      return one;
    }
    if (Types.isList(one)) {
      return Types.listOf(Types.JSON);
    }
    if (Types.isMap(one)) {
      return Types.mapOf(Types.JSON);
    }
    if (Types.NUMBERS.contains(one) && Types.NUMBERS.contains(other)) {
      return Set.of(one, other).equals(Set.of(Types.LONG, Types.INTEGER))
          ? Types.LONG
          : Types.DECIMAL;
    }
    if (Types.NUMBERS.contains(one)) {
      return one;
    }
    // A list of values keeps any text.
    boolean oneKeepsAll = other.equals(Types.STRING) && types.definition(one).isPresent();
    boolean otherKeepsAll = one.equals(Types.STRING) && types.definition(other).isPresent();
    return oneKeepsAll ? one : otherKeepsAll ? other : Types.STRING;
  }

  private static Shape shape(Facts facts) {
    Map<String, String> fixed = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    Set<String> optional = new LinkedHashSet<>();
    facts.properties().forEach((name, member) -> {
      Set<String> values = Facts.of(member.schemas()).values().stream()
          .map(ScalarNode::value)
          .collect(Collectors.toCollection(LinkedHashSet::new));
      if (values.size() == 1) {
        fixed.put(name, values.iterator().next());
      }
      (facts.required().contains(name) ? required : optional).add(name);
    });
    return new Shape(fixed, required, optional);
  }

  /** {@return the type if it is no union after all} */
  Optional<TypeName> single() {
    if (keepsSingle && !objects.isEmpty()) {
      return Optional.empty();
    }
    if (anything && objects.isEmpty()) {
      return Optional.of(Types.JSON);
    }
    if (objects.size() + others.size() == 1 && !anything) {
      return Optional.of(
          objects.isEmpty()
              ? others.values().iterator().next()
              : objects.keySet().iterator().next());
    }
    return objects.size() + others.size() == 0 ? Optional.of(Types.JSON) : Optional.empty();
  }

  private Set<TypeName> all() {
    Set<TypeName> all = new LinkedHashSet<>(others.values());
    all.addAll(objects.keySet());
    return all;
  }

  /** {@return what is the same for unions that are the same} */
  String signature() {
    return all() + " " + discriminator + " " + anything;
  }

  /** {@return a name that says what it may be, unless it would be too long} */
  Optional<String> name() {
    Set<TypeName> all = all();
    String name = all.stream().map(Types::nameOf).collect(Collectors.joining("Or"));
    return all.size() <= MOST_IN_NAME && name.length() <= 60 ? Optional.of(name) : Optional.empty();
  }

  UnionType finish(ClassName name, Facts facts) {
    UnionType union = new UnionType(name, facts);
    others.forEach((wrapper, type) ->
        union.add(new Alternative(type, Optional.of(wrapper), List.of(), NO_SHAPE)));
    Optional<String> member = explicit().or(this::implicit);
    objects.values().forEach(object -> {
      union.add(member.isPresent() ? withValues(object, member.get()) : object);
      types.definition(object.type()).ifPresent(type -> {
        if (type instanceof ObjectType known) {
          known.addUnion(name);
          member.ifPresent(
              tag -> valuesOf(object, tag).forEach(value -> known.discriminate(tag, value)));
        }
      });
    });
    union.decideBy(member.orElse(null));
    return union;
  }

  private Alternative withValues(Alternative object, String member) {
    List<String> values = valuesOf(object, member);
    return new Alternative(object.type(), object.wrapper(), values, object.shape());
  }

  private List<String> valuesOf(Alternative object, String member) {
    if (Optional.of(member).equals(discriminator) && !object.values().isEmpty()) {
      return object.values();
    }
    String fixed = object.shape().fixed().get(member);
    return fixed == null ? List.of() : List.of(fixed);
  }

  private Optional<String> explicit() {
    return discriminator.filter(this::tellsApart);
  }

  /** {@return a member that always has the same value in each object, and another in each other} */
  private Optional<String> implicit() {
    if (objects.size() < 2) {
      return Optional.empty();
    }
    return objects.values().iterator().next().shape().fixed().keySet().stream()
        .filter(this::tellsApart)
        .findFirst();
  }

  private boolean tellsApart(String member) {
    Set<String> seen = new HashSet<>();
    for (Alternative object : objects.values()) {
      List<String> values = valuesOf(object, member);
      if (values.isEmpty() || !values.stream().allMatch(seen::add)) {
        return false;
      }
    }
    return !objects.isEmpty();
  }
}
