package dev.pageturner.openapi.emit.name;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that mean something else already: to the compiler, to every object, to a file system. */
final class ReservedNames {
  private static final Set<String> KEYWORDS = words("""
      abstract assert boolean break byte case catch char class const continue default do double else
      enum extends final finally float for goto if implements import instanceof int interface long
      native new package private protected public return short static strictfp super switch
      synchronized this throw throws transient try void volatile while true false null _
      var record yield sealed permits non when exports module opens provides requires to uses with
      transitive open
      """);

  /** A record cannot have these as components; the last two are ours. */
  private static final Set<String> METHODS = words("""
      clone finalize getClass hashCode notify notifyAll toString wait equals newBuilder
      """);

  /**
   * What generated code calls by its simple name, and what users of a class of that name would mix
   * up.
   */
  private static final Set<String> CLASSES = words("""
      abstractmethoderror appendable autocloseable boolean byte character charsequence class
      classloader cloneable comparable deprecated double enum error exception float
      functionalinterface integer iterable long math module number object override package process
      readable record runnable runtime runtimeexception safevarargs short string stringbuffer
      stringbuilder suppresswarnings system thread threadgroup threadlocal throwable void
      arrays arraylist bigdecimal biginteger bytestring collection collections instant iterator json
      jsonadapter jsondataexception jsonreader jsonwriter linkedhashmap list localdate map moshi
      nullable nullmarked objects offsetdatetime optional set types ioexception
      adapter builder unknown
      """);

  private static final Pattern DEVICE = Pattern.compile("(?:con|prn|aux|nul|(?:com|lpt)[0-9])");

  private ReservedNames() {}

  private static Set<String> words(String text) {
    return Set.of(text.trim().split("\\s+"));
  }

  static boolean isMember(String name) {
    return KEYWORDS.contains(name) || METHODS.contains(name);
  }

  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  static boolean isClass(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return CLASSES.contains(lower) || DEVICE.matcher(lower).matches();
  }
}
