package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import java.util.Set;

/** The names of an operation's arguments. */
final class ArgumentNames {
  /** What a method calls its own; setters of options may have these names. */
  private static final Set<String> OF_THE_METHOD =
      Set.of("api", "calls", "options", "chosen", "body");

  private final NameScope names = NameScope.ofMembers();

  /**
   * {@return a name for an argument}
   *
   * @param in where it is sent
   * @param wireName what it is called there
   * @param required whether it is a parameter of the method
   */
  String claim(String in, String wireName, boolean required) {
    String name = JavaNames.memberName(wireName);
    String wanted = required && OF_THE_METHOD.contains(name) ? name + "_" : name;
    // A path and a query may have parameters of one name.
    return names.claim(names.has(wanted) ? JavaNames.memberName(in + " " + wireName) : wanted);
  }
}
