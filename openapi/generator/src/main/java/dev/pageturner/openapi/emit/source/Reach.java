package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.type.Definition;
import dev.pageturner.openapi.emit.type.Types;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which classes values of some types are made of. */
final class Reach {
  private Reach() {}

  static Set<ClassName> of(Collection<TypeName> roots, Map<ClassName, Definition> definitions) {
    return reached(roots, definitions, Reach::innermost);
  }

  /**
   * {@return the classes that a change may change a part of}: lists and maps are set as a whole.
   */
  static Set<ClassName> ofChanges(
      Collection<TypeName> roots, Map<ClassName, Definition> definitions) {
    List<TypeName> bare = roots.stream().map(Reach::innermost).toList();
    return reached(bare, definitions, UnaryOperator.identity());
  }

  private static Set<ClassName> reached(
      Collection<TypeName> roots,
      Map<ClassName, Definition> definitions,
      UnaryOperator<TypeName> within) {
    Set<ClassName> reached = new HashSet<>();
    Deque<TypeName> next = new ArrayDeque<>(roots);
    for (TypeName type = next.poll(); type != null; type = next.poll()) {
      TypeName at = within.apply(type);
      Definition definition = at instanceof ClassName name ? definitions.get(name) : null;
      if (definition != null && reached.add(definition.name())) {
        definition.parts().forEach(next::add);
        // A class is written within its owner, which therefore is needed, too.
        if (definition.name().enclosingClassName() != null) {
          next.add(definition.name().enclosingClassName());
        }
      }
    }
    return reached;
  }

  /** {@return the classes that types name, within lists and maps, too} */
  static Set<ClassName> direct(Collection<TypeName> types) {
    Set<ClassName> direct = new HashSet<>();
    for (TypeName type : types) {
      if (innermost(type) instanceof ClassName name) {
        direct.add(name);
      }
    }
    return direct;
  }

  private static TypeName innermost(TypeName type) {
    TypeName inner = Types.inner(type);
    return inner.equals(type) ? type : innermost(inner);
  }
}
