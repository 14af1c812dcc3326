package dev.pageturner.openapi.detect;

/**
 * What a request field is for, by its name first and then by its type and prose, since names lie:
 * {@code start} may be a date, {@code offset} and {@code page} may be opaque, {@code token} may be
 * a secret.
 */
final class RequestRoles {
  private RequestRoles() {}

  /**
   * Asks for a number of items: {@code limit}, {@code page[size]}, {@code $top},
   * {@code MaxResults}.
   */
  static boolean isSize(RequestField field) {
    Core core = field.core();
    boolean named = RequestWords.SIZE.contain(core.name())
        || (core.inPage() && core.name().matches("count|items"));
    return named && isNumber(field) && !isPage(field);
  }

  /**
   * Takes an opaque position: {@code cursor}, {@code pageToken}, {@code Marker},
   * {@code $skiptoken}.
   */
  static boolean isCursor(RequestField field) {
    Core core = field.core();
    if (!RequestWords.CURSOR.contain(core.name()) || !canBeToken(field) || isBackward(field)) {
      return false;
    }
    boolean vague = RequestWords.VAGUE_CURSOR.contain(core.name());
    return !vague || core.inPage() || Prose.isAboutCursors(field.description());
  }

  /** Takes a value of the last item: {@code starting_after}, {@code since_id}, {@code after}. */
  static boolean isLastItem(RequestField field) {
    Core core = field.core();
    if (!RequestWords.LAST_ITEM.contain(core.name())
        || !canBeToken(field)
        || isTime(field)
        || isBackward(field)) {
      return false;
    }
    boolean vague = RequestWords.VAGUE_LAST_ITEM.contain(core.name());
    return !vague
        || Prose.isAboutCursors(field.description())
        || (core.name().equals("since") && Prose.isAboutIds(field.description()))
        || core.name().matches("sinceid|maxid|lastid");
  }

  /** Takes a value of the last item of a list that goes from new to old: {@code before}. */
  static boolean isBefore(RequestField field) {
    return RequestWords.BEFORE.contain(field.core().name()) && !isStructured(field);
  }

  /** Counts pages: {@code page}, {@code page[number]}, {@code pageIndex}. */
  static boolean isPage(RequestField field) {
    Core core = field.core();
    boolean named = RequestWords.PAGE.contain(core.name())
        || (core.inPage() && RequestWords.IN_PAGE.contain(core.name()));
    boolean vague = core.name().equals("p") || core.name().equals("pg");
    return named && !isStructured(field) && (!vague || Prose.isAboutPages(field.description()));
  }

  /** Counts items: {@code offset}, {@code skip}, {@code startIndex}, {@code $skip}. */
  static boolean isOffset(RequestField field) {
    Core core = field.core();
    if (!RequestWords.OFFSET.contain(core.name())
        || isStructured(field)
        || isTime(field)
        || isForeign(field)
        || Prose.isAboutBytes(field.description())) {
      return false;
    }
    if (core.name().equals("first")) {
      return Prose.isAboutSkipping(field.description());
    }
    boolean vague = RequestWords.VAGUE_OFFSET.contain(core.name());
    return !vague
        || core.inPage()
        || Prose.isAboutSkipping(field.description())
        || field.shape().isInteger();
  }

  /** Says where to start, in one way or another. */
  static boolean isPosition(RequestField field) {
    return isCursor(field) || isLastItem(field) || isPage(field) || isOffset(field);
  }

  /** A number, by its type, or at least nothing that contradicts one. */
  static boolean isNumber(RequestField field) {
    Shape shape = field.shape();
    return shape.isInteger()
        || shape.isUntyped()
        || (shape.isString() && !shape.isEnum() && !shape.isArray());
  }

  /** A moment and no position, whatever its name. */
  static boolean isTime(RequestField field) {
    if (field.shape().format().startsWith("date")) {
      return true;
    }
    String prose = field.description();
    return Prose.isAboutTime(prose)
        && !Prose.isAboutCursors(prose)
        && !Prose.isAboutIds(prose)
        && !Prose.isAboutSkipping(prose);
  }

  private static boolean canBeToken(RequestField field) {
    Shape shape = field.shape();
    return !isStructured(field)
        && !shape.isBoolean()
        && !shape.isEnum()
        && !isForeign(field)
        && (!shape.format().startsWith("date") || field.core().name().matches("(?:next)?cursor"));
  }

  private static boolean isStructured(RequestField field) {
    return (field.shape().isArray() && !field.shape().isScalar())
        || field.shape().isBoolean();
  }

  static boolean isForeign(RequestField field) {
    return field.words().words().stream().anyMatch(RequestWords.FOREIGN::contain);
  }

  private static boolean isBackward(RequestField field) {
    return field.words().words().stream().anyMatch(RequestWords.BACKWARD::contain);
  }
}
