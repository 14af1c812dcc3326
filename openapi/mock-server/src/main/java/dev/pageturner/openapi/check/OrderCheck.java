package dev.pageturner.openapi.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a second walk gives the same items in the same order. */
final class OrderCheck {
  private OrderCheck() {}

  static CheckResult of(Survey survey) {
    Walk first = survey.first();
    if (first.pages().isEmpty() || first.failure().isPresent()) {
      return survey.unfinished(Check.ORDER);
    } else if (first.items() < 2) {
      return CheckResult.notTried(
          Check.ORDER, "The list has " + Shown.counted(first.items(), "item") + ".");
    }
    Walk second = survey.second();
    return second.pages().isEmpty() || second.failure().isPresent()
        ? survey.notReached(Check.ORDER, second)
        : compare(survey, first, second);
  }

  private static CheckResult compare(Survey survey, Walk first, Walk second) {
    List<String> before = common(first, second);
    List<String> after = common(second, first);
    if (!before.equals(after)) {
      return CheckResult.of(
          Check.ORDER, "Two walks differ.", List.of(differs(survey, before, after)));
    }
    String read = second.isWhole() ? second.size() : "the first " + second.size();
    long gone = second.isWhole() ? first.items() - before.size() : 0;
    long came = first.isWhole() ? second.items() - after.size() : 0;
    return CheckResult.of(
        Check.ORDER,
        "A second walk gave the same order: " + read + ".",
        gone + came == 0 ? List.of() : List.of(changed(survey, came, gone)));
  }

  private static List<String> common(Walk walk, Walk other) {
    Set<String> keys = new HashSet<>(other.keys());
    return walk.keys().stream().filter(keys::contains).toList();
  }

  private static Finding differs(Survey survey, List<String> before, List<String> after) {
    int at = 0;
    while (at < before.size() && at < after.size() && before.get(at).equals(after.get(at))) {
      at++;
    }
    String key = at < before.size() ? before.get(at) : after.get(at);
    return new Finding(
        Severity.ERROR,
        "A second walk gave the items in another order. " + survey.key().shown(key) + " was number "
            + place(before, key) + ", and then number " + place(after, key) + ".",
        "Order the list by a key that is unique and does not change, such as the time of creation"
            + " and then the id.",
        survey.curl(page(survey.first(), key), page(survey.second(), key)));
  }

  private static String place(List<String> keys, String key) {
    return String.valueOf(keys.indexOf(key) + 1);
  }

  private static WalkedPage page(Walk walk, String key) {
    return walk.pages().stream()
        .filter(page -> page.keys().contains(key))
        .findFirst()
        .orElseGet(walk::last);
  }

  private static Finding changed(Survey survey, long came, long gone) {
    return new Finding(
        Severity.NOTE,
        "Between the two walks " + Shown.counted(came, "item") + " came and "
            + Shown.counted(gone, "item") + " went; the others kept their order.",
        "Nothing: others write to the list.",
        survey.curl(survey.first().pages().get(0)));
  }
}
