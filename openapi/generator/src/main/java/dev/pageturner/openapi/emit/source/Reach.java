package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.type.Definition;
import dev.pageturner.openapi.emit.type.Types;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which classes values of some types are made of. */
final class Reach {
  private Reach() {}

  static Set<ClassName> of(Collection<TypeName> roots, Map<ClassName, Definition> definitions) {
    Set<ClassName> reached = new HashSet<>();
    Deque<TypeName> next = new ArrayDeque<>(roots);
    for (TypeName type = next.poll(); type != null; type = next.poll()) {
      TypeName at = innermost(type);
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

  private static TypeName innermost(TypeName type) {
    TypeName inner = Types.inner(type);
    return inner.equals(type) ? type : innermost(inner);
  }
}
