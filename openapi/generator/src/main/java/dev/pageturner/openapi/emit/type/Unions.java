package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.model.Discriminator;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What alternatives become: a sealed interface, unless they are all text or but one thing. */
final class Unions {
  /**
   * Combinations of alternatives of several unions that one type may take; what goes beyond them is
   * JSON.
   */
  private static final int MOST_COMBINED = 200;

  private final TypeResolver types;
  private final ClassNames names;
  private final SchemaNames schemaNames;
  private final Map<String, ClassName> shared = new HashMap<>();
  private int combined;

  Unions(TypeResolver types, ClassNames names, SchemaNames schemaNames) {
    this.types = types;
    this.names = names;
    this.schemaNames = schemaNames;
  }

  /** Begins another type, which has all combinations again. */
  void begin() {
    combined = 0;
  }

  TypeName of(Facts facts, Schema holder, Spot spot, @Nullable Schema key) {
    List<Schema> alternatives = Facts.alternatives(holder);
    Optional<TypeName> texts = TextAlternatives.typeOf(facts, alternatives, spot, key, types);
    if (texts.isPresent()) {
      return texts.get();
    }
    Optional<Discriminator> discriminator = discriminator(facts);
    List<Choice> choices = new ArrayList<>();
    Set<String> own = facts.properties().keySet();
    for (Schema alternative : alternatives) {
      boolean complete = Facts.of(List.of(alternative)).properties().keySet().containsAll(own);
      Facts all = facts.with(holder, alternative);
      List<String> values = discriminator.map(d -> values(d, alternative)).orElse(List.of());
      choices.add(
          complete
              ? new Choice(List.of(alternative), Facts.of(List.of(alternative)), values)
              : new Choice(null, all, values));
    }
    UnionDraft draft = new UnionDraft(types, discriminator.map(Discriminator::property));
    return union(draft, facts, choices, spot, key);
  }

  TypeName of(Heirs.Family family, Facts facts, Spot spot, @Nullable Schema key) {
    List<Choice> choices = new ArrayList<>();
    family
        .members()
        .forEach((heir, values) ->
            choices.add(new Choice(List.of(heir), Facts.of(List.of(heir)), values)));
    UnionDraft draft = new UnionDraft(types, Optional.of(family.discriminator().property()));
    // What the document does not list is another heir: one that is listed is a union all the same.
    draft.keepSingle();
    return union(draft, facts, choices, spot, key);
  }

  /** {@return the union of a value that may be of several types} */
  TypeName ofTypes(Facts facts, Spot spot, @Nullable Schema key) {
    UnionDraft draft = new UnionDraft(types, Optional.empty());
    ClassNames.Nest nest = null;
    for (String type : facts.types()) {
      boolean scalar = !type.equals("object") && !type.equals("array");
      if (!scalar && nest == null) {
        nest = names.in(spot.claimOfPackage(), true);
      }
      Spot part = nest == null ? spot : Spot.nested(names, "Value", nest);
      draft.add(types.plain(facts, type, part, null), facts, List.of());
    }
    return finished(draft, facts, nest, spot, key);
  }

  /**
   * One alternative.
   *
   * @param schemas the schemas of the alternative, null if others around it are a part of it
   * @param facts what is said about it
   * @param values the values of the discriminator that mean it
   */
  private record Choice(@Nullable List<Schema> schemas, Facts facts, List<String> values) {}

  private TypeName union(
      UnionDraft draft, Facts facts, List<Choice> choices, Spot spot, @Nullable Schema key) {
    boolean needsClasses = choices.stream().anyMatch(choice -> !hasName(choice));
    ClassNames.Nest nest = null;
    if (needsClasses || spot.given().isPresent()) {
      ClassName name = spot.claimOfPackage();
      nest = names.in(name, true);
      types.remember(spot.given().isPresent() ? key : null, name);
    }
    int index = 0;
    for (Choice choice : choices) {
      index++;
      Spot part = nest == null ? spot : Spot.nested(names, nameOf(choice, index), nest);
      draft.add(typeOf(choice, part), choice.facts, choice.values);
    }
    return finished(draft, facts, nest, spot, key);
  }

  private TypeName typeOf(Choice choice, Spot spot) {
    if (choice.schemas != null) {
      return types.resolve(choice.schemas, spot);
    }
    if (choice.facts.decisions() > 1) {
      combined++;
    }
    boolean tooMany = choice.facts.decisions() > 1 && combined > MOST_COMBINED;
    return tooMany ? Types.JSON : types.content(choice.facts, spot, null);
  }

  private TypeName finished(
      UnionDraft draft,
      Facts facts,
      ClassNames.@Nullable Nest nest,
      Spot spot,
      @Nullable Schema key) {
    Optional<TypeName> single = draft.single();
    boolean holdsClasses = nest != null && nest.isUsed();
    if (single.isPresent() && !holdsClasses) {
      types.remember(key, null);
      return single.get();
    }
    ClassName known = nest == null ? shared.get(draft.signature()) : null;
    if (known != null) {
      return known;
    }
    ClassName name = nest == null ? nameOf(draft, spot) : nest.owner();
    if (nest == null) {
      shared.put(draft.signature(), name);
    }
    types.define(draft.finish(name, facts));
    types.remember(key, name);
    return name;
  }

  private ClassName nameOf(UnionDraft draft, Spot spot) {
    return draft.name().map(names::topLevel).orElseGet(spot::claimOfPackage);
  }

  /** {@return whether the alternative needs no class that only this union has} */
  private boolean hasName(Choice choice) {
    if (choice.schemas == null) {
      return false;
    }
    List<Schema> core = Core.of(choice.schemas, schemaNames);
    boolean named = core.size() == 1 && schemaNames.of(core.get(0)).isPresent();
    return named || isPlain(choice.facts);
  }

  private boolean isPlain(Facts facts) {
    if (facts.undecided().isPresent() || facts.isOpen() || facts.values().size() > 1) {
      return false;
    }
    if (facts.types().equals(Set.of("array"))) {
      return facts.elements().isEmpty()
          || hasName(new Choice(facts.elements(), Facts.of(facts.elements()), List.of()));
    }
    return facts.properties().isEmpty();
  }

  private String nameOf(Choice choice, int index) {
    Optional<String> ref = choice.schemas == null
        ? choice.facts.schemas().stream().flatMap(s -> s.refName().stream()).reduce((a, b) -> b)
        : Optional.empty();
    return ref.or(() -> choice.facts.ownText("title"))
        .or(() -> choice.facts.properties().values().stream()
            .map(member -> Facts.of(member.schemas()).values())
            .filter(values -> values.size() == 1)
            .map(values -> values.get(0).value())
            .filter(value -> !value.isBlank())
            .findFirst())
        .orElse("Option" + index);
  }

  private static Optional<Discriminator> discriminator(Facts facts) {
    return facts.schemas().stream().flatMap(s -> s.discriminator().stream()).findFirst();
  }

  private List<String> values(Discriminator discriminator, Schema alternative) {
    Set<String> values = new LinkedHashSet<>();
    String name =
        schemaNames.written(alternative.target()).or(alternative::refName).orElse("");
    discriminator.mapping().keySet().stream()
        .filter(value -> discriminator.means(value, alternative))
        .forEach(values::add);
    Facts.Member member = Facts.of(List.of(alternative)).properties().get(discriminator.property());
    if (member != null) {
      Facts.of(member.schemas()).values().stream().map(ScalarNode::value).forEach(values::add);
    }
    if (values.isEmpty() && !name.isEmpty()) {
      values.add(name);
    }
    return List.copyOf(values);
  }
}
