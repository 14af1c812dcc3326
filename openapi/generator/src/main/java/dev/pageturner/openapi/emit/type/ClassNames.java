package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of classes: those of the package, and those nested in them.
 *
 * <p>A class inherits the nested classes of the unions that it implements, and a nested class hides
 * one of the package. So no nested class is called like one of the package, and none like one that
 * is nested in a union.
 */
final class ClassNames {
  /** Nested in every union that can hold such a value. */
  static final String[] WRAPPERS = {
    "OfString", "OfNumber", "OfBoolean", "OfList", "OfMap", "Unknown"
  };

  private final String packageName;
  private final NameScope classes;
  private final Set<String> nested = new HashSet<>();
  private final Set<String> nestedInUnions = new HashSet<>();

  ClassNames(String packageName, NameScope classes) {
    this.packageName = packageName;
    this.classes = classes;
    classes.reserve(WRAPPERS);
  }

  ClassName topLevel(String wanted) {
    List<String> names = JavaNames.classNames(wanted);
    String name = classes.claim(names);
    while (nested.contains(key(name))) {
      name = classes.claim(names);
    }
    return ClassName.get(packageName, name);
  }

  boolean isFree(String name) {
    return !classes.has(name) && !nested.contains(key(name));
  }

  Nest in(ClassName owner, boolean union) {
    return new Nest(owner, union);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The classes nested in one class. */
  final class Nest {
    private final ClassName owner;
    private final boolean union;
    private boolean used;
    private final NameScope scope = NameScope.ofClasses().reserve("Adapter", "Builder");

    private Nest(ClassName owner, boolean union) {
      this.owner = owner;
      this.union = union;
      scope.reserve(owner.simpleName());
      scope.reserve(WRAPPERS);
    }

    ClassName owner() {
      return owner;
    }

    /** {@return whether any class is nested here} */
    boolean isUsed() {
      return used;
    }

    ClassName claim(String wanted) {
      used = true;
      List<String> names = new ArrayList<>(JavaNames.classNames(wanted));
      List<String> longer = JavaNames.classNames(owner.simpleName() + " " + wanted);
      names.addAll(longer);
      String name = names.stream().filter(this::isFree).findFirst().orElseGet(() -> longer.get(0));
      while (!isFree(name)) {
        name = NameScope.ofClasses().reserve(name).claim(name);
      }
      scope.claim(name);
      nested.add(key(name));
      if (union) {
        nestedInUnions.add(key(name));
      }
      return owner.nestedClass(name);
    }

    private boolean isFree(String name) {
      Set<String> others = union ? nested : nestedInUnions;
      return !classes.has(name) && !others.contains(key(name)) && !scope.has(name);
    }
  }
}
