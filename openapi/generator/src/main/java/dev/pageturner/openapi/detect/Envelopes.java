package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Set;

/**
 * Objects that wrap a page rather than being a thing of the API. Only what lies in them, or in the
 * body itself, speaks of the page: an array inside a {@code shift} belongs to the shift.
 */
final class Envelopes {
  private Envelopes() {}

  static boolean isEnvelope(String key) {
    Name name = Name.of(key);
    return Vocabulary.of(WordRole.ENVELOPE).contain(name)
        || Vocabulary.of(WordRole.NEXT_HOLDER).contain(name);
  }

  static boolean areEnvelopes(List<String> keys) {
    return keys.stream().allMatch(Envelopes::isEnvelope);
  }

  /** {@return whether an object of a request's body groups options, so that fields in it count} */
  static boolean isRequestGroup(String key) {
    return Vocabulary.of(WordRole.REQUEST_GROUP).contain(Name.of(key));
  }

  /**
   * {@return whether an object is a page by what is in it, whatever it is called: items beside a
   * fact about pages, or two such facts}
   */
  static boolean holdsPage(Set<String> keys) {
    List<Name> names = keys.stream().map(Name::of).toList();
    long facts =
        names.stream().filter(Vocabulary.of(WordRole.PAGE_FACT)::contain).count();
    return facts > 1
        || (facts == 1 && names.stream().anyMatch(Vocabulary.of(WordRole.LISTED)::contain));
  }

  /** {@return whether an object has a fact about pages} */
  static boolean hasFact(Set<String> keys) {
    return keys.stream().map(Name::of).anyMatch(Vocabulary.of(WordRole.PAGE_FACT)::contain);
  }

  /**
   * {@return whether an object has two facts about pages, so that a third one in it is of pages}
   */
  static boolean holdsFacts(Set<String> keys) {
    return keys.stream()
            .map(Name::of)
            .filter(Vocabulary.of(WordRole.PAGE_FACT)::contain)
            .count()
        > 1;
  }
}
