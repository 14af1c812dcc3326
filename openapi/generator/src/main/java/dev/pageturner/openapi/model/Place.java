package dev.pageturner.openapi.model;

import org.jspecify.annotations.Nullable;

/** The chain of keys from the root of a file to one node; its text is only made when asked for. */
public final class Place {
  private final @Nullable Place parent;
  private final String key;
  private final String file;
  private final int line;

  private Place(@Nullable Place parent, String key, String file, int line) {
    this.parent = parent;
    this.key = key;
    this.file = file;
    this.line = line;
  }

  /** {@return the root of a file} */
  public static Place root(String file) {
    return new Place(null, "", file, 1);
  }

  /** {@return the place of a member or, by its index, of an element} */
  public Place child(String key, int line) {
    return new Place(this, key, file, line);
  }

  /** {@return the file, relative to the folder of the document, or the URL of a remote one} */
  public String file() {
    return file;
  }

  /** {@return the key or index under which the node stands, empty at the root} */
  public String key() {
    return key;
  }

  /** {@return how many keys lie between the root and this place} */
  public int depth() {
    int depth = 0;
    for (Place at = parent; at != null; at = at.parent) {
      depth++;
    }
    return depth;
  }

  /** {@return this place in words} */
  public Location location() {
    return new Location(file, line, pointer());
  }

  private String pointer() {
    return parent == null ? "" : parent.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
