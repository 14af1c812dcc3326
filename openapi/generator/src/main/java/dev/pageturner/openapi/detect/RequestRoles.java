package dev.pageturner.openapi.detect;

/**
 * What a request field is for, by its name first and then by its type and prose, since names lie:
 * {@code start} may be a date, {@code offset} and {@code page} may be opaque, {@code token} may be
 * a secret. A vague name needs a type or prose that agrees; prose can also contradict any name, or
 * tell a role that the name doesn't.
 */
final class RequestRoles {
  private RequestRoles() {}

  /**
   * Asks for a number of items: {@code limit}, {@code page[size]}, {@code $top},
   * {@code MaxResults}.
   */
  static boolean isSize(RequestField field) {
    if (!isNumber(field) || isPage(field) || Prose.isOfOtherUnit(field.description())) {
      return false;
    }
    return isNamedSize(field) || isSizeByProse(field);
  }

  private static boolean isNamedSize(RequestField field) {
    Core core = field.core();
    return (core.inPage() && core.is(WordRole.SIZE_IN_PAGE)) || core.is(WordRole.SIZE);
  }

  /** A number of a name that says nothing, described as the number of items to give. */
  private static boolean isSizeByProse(RequestField field) {
    return field.shape().isInteger()
        && !isNamedPosition(field)
        && Prose.isAskingForCount(field.description());
  }

  /** A size only by a word that means other things elsewhere, or by prose. */
  static boolean isVagueSize(RequestField field) {
    return !field.core().is(WordRole.SIZE) || field.core().isVague(WordRole.SIZE);
  }

  /**
   * Takes an opaque position: {@code cursor}, {@code pageToken}, {@code Marker},
   * {@code $skiptoken}.
   */
  static boolean isCursor(RequestField field) {
    if (!canBeToken(field) || isBackward(field)) {
      return false;
    }
    Core core = field.core();
    if (!core.is(WordRole.CURSOR)) {
      return isCursorByProse(field);
    }
    return !core.isVague(WordRole.CURSOR)
        || core.inPage()
        || Prose.isAboutCursors(field.description());
  }

  /** Text of a name that says nothing, described as what the answer before gave. */
  private static boolean isCursorByProse(RequestField field) {
    return field.shape().isString()
        && !isNamedPosition(field)
        && !isNamedSize(field)
        && Prose.isTakingCursor(field.description());
  }

  private static boolean isNamedPosition(RequestField field) {
    Core core = field.core();
    return core.is(WordRole.LAST_ITEM)
        || core.is(WordRole.PAGE)
        || core.is(WordRole.OFFSET)
        || core.is(WordRole.BEFORE)
        || (core.inPage() && core.is(WordRole.PAGE_IN_PAGE));
  }

  /** Takes a value of the last item: {@code starting_after}, {@code since_id}, {@code after}. */
  static boolean isLastItem(RequestField field) {
    Core core = field.core();
    if (!canBeToken(field) || isTime(field) || isBackward(field)) {
      return false;
    }
    if (!core.is(WordRole.LAST_ITEM)) {
      return !core.is(WordRole.CURSOR)
          && !core.is(WordRole.BEFORE)
          && Prose.isTakingLastItem(field.description());
    }
    return !core.isVague(WordRole.LAST_ITEM)
        || Prose.isAboutCursors(field.description())
        || Prose.isTakingLastItem(field.description())
        || (core.name().joined().equals("since") && Prose.isAboutIds(field.description()));
  }

  /** Takes a value of the last item of a list that goes from new to old: {@code before}. */
  static boolean isBefore(RequestField field) {
    return field.core().is(WordRole.BEFORE) && !isStructured(field) && !isForeign(field);
  }

  /** Counts pages: {@code page}, {@code page[number]}, {@code pageIndex}. */
  static boolean isPage(RequestField field) {
    if (isPageByProse(field)) {
      return true;
    }
    Core core = field.core();
    boolean named = core.is(WordRole.PAGE) || (core.inPage() && core.is(WordRole.PAGE_IN_PAGE));
    if (!named || isStructured(field) || Prose.isOfOtherPages(field.description())) {
      return false;
    }
    boolean initials = core.name().joined().length() <= 2;
    return !initials || core.inPage() || Prose.isAboutPages(field.description());
  }

  private static boolean isPageByProse(RequestField field) {
    return isUnnamedNumber(field) && Prose.isPageNumber(field.description());
  }

  private static boolean isUnnamedNumber(RequestField field) {
    return field.shape().isInteger() && !isNamedPosition(field) && !isNamedSize(field);
  }

  /** Counts items: {@code offset}, {@code skip}, {@code startIndex}, {@code $skip}. */
  static boolean isOffset(RequestField field) {
    Core core = field.core();
    if (isUnnamedNumber(field) && Prose.isNumberToSkip(field.description())) {
      return true;
    }
    boolean id = Prose.isAboutIds(field.description())
        && !Prose.isAboutSkipping(field.description().replace("offset", ""));
    if (!core.is(WordRole.OFFSET)
        || id
        || isStructured(field)
        || isTime(field)
        || isForeign(field)
        || Prose.isOfOtherUnit(field.description())) {
      return false;
    }
    if (core.name().joined().equals("first")) {
      return Prose.isAboutSkipping(field.description());
    }
    return !core.isVague(WordRole.OFFSET)
        || core.inPage()
        || field.shape().isInteger()
        || (Prose.isAboutSkipping(field.description())
            && !Prose.isSkippingKinds(field.description()))
        || (core.name().matches("offset|skip") && field.description().isBlank());
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

  /**
   * Whether it may take what an answer gives: the next position, rather than a size or a secret.
   */
  static boolean mayTake(RequestField field) {
    return !isSize(field) && !isForeign(field) && !isBackward(field) && !isStructured(field);
  }

  private static boolean canBeToken(RequestField field) {
    Shape shape = field.shape();
    boolean date = shape.format().startsWith("date");
    return !isStructured(field)
        && !shape.isEnum()
        && !isForeign(field)
        && (!date || field.core().name().has("cursor"));
  }

  private static boolean isStructured(RequestField field) {
    return (field.shape().isArray() && !field.shape().isScalar())
        || field.shape().isBoolean();
  }

  static boolean isForeign(RequestField field) {
    String group = field.group().replaceFirst("^.*[.\\[]", "");
    Names foreign = Vocabulary.of(WordRole.FOREIGN);
    return foreign.containPartOf(field.core().name())
        || (!Envelopes.isRequestGroup(group) && foreign.containPartOf(Name.of(group)));
  }

  private static boolean isBackward(RequestField field) {
    return Vocabulary.of(WordRole.BACKWARD).containPartOf(field.words());
  }
}
