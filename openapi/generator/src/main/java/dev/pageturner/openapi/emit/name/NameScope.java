package dev.pageturner.openapi.emit.name;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names in use in one place: a package, a class, a method. The first to claim a name gets it,
 * the next one gets a number behind it; so names depend on the order of the claims and on nothing
 * else.
 *
 * <p>Class names differ by more than their case, since files may not.
 */
public final class NameScope {
  private final Set<String> taken = new HashSet<>();
  private final boolean caseBlind;

  private NameScope(boolean caseBlind) {
    this.caseBlind = caseBlind;
  }

  /** {@return an empty scope for the classes of a package or of another class} */
  public static NameScope ofClasses() {
    return new NameScope(true);
  }

  /** {@return an empty scope for fields, methods, parameters or constants} */
  public static NameScope ofMembers() {
    return new NameScope(false);
  }

  /** Takes names that nothing may be called. */
  public NameScope reserve(String... names) {
    for (String name : names) {
      taken.add(key(name));
    }
    return this;
  }

  /** {@return a scope of the same kind in which the names of this one are taken, too} */
  public NameScope copy() {
    NameScope copy = new NameScope(caseBlind);
    copy.taken.addAll(taken);
    return copy;
  }

  /** {@return whether a name is in use} */
  public boolean has(String name) {
    return taken.contains(key(name));
  }

  /** {@return the first name that is free; without one, the first with a number behind it} */
  public String claim(List<String> wanted) {
    for (String name : wanted) {
      if (taken.add(key(name))) {
        return name;
      }
    }
    return claim(wanted.get(0));
  }

  /** {@return the name, or the name with the first free number from 2 behind it} */
  public String claim(String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(key(name)); number++) {
      name = endsInDigit(wanted) ? wanted + "_" + number : wanted + number;
    }
    return name;
  }

  private static boolean endsInDigit(String name) {
    return Character.isDigit(name.charAt(name.length() - 1));
  }

  private String key(String name) {
    return caseBlind ? name.toLowerCase(Locale.ROOT) : name;
  }
}
