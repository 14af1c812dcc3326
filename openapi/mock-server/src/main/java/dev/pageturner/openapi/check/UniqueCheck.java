package dev.pageturner.openapi.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an item is there twice. */
final class UniqueCheck {
  private UniqueCheck() {}

  /** An item that came before. */
  private record Repeated(String key, WalkedPage before, WalkedPage again) {}

  static CheckResult of(Survey survey) {
    Walk walk = survey.first();
    if (walk.items() < 2 && walk.isWhole()) {
      return CheckResult.notTried(
          Check.UNIQUE, "The list has " + Shown.counted(walk.items(), "item") + ".");
    }
    Map<String, WalkedPage> seen = new HashMap<>();
    Optional<Repeated> first = Optional.empty();
    long repeated = 0;
    for (WalkedPage page : walk.pages()) {
      for (int at = 0; at < page.count(); at++) {
        String key = page.keys().get(at);
        String item = survey.key().sure() ? key : key + page.contents().get(at);
        @Nullable WalkedPage before = seen.putIfAbsent(item, page);
        repeated += before == null ? 0 : 1;
        if (before != null && first.isEmpty()) {
          first = Optional.of(new Repeated(key, before, page));
        }
      }
    }
    if (first.isPresent()) {
      String said = Shown.counted(repeated, "item") + " came again among " + walk.items() + ".";
      return CheckResult.of(Check.UNIQUE, said, List.of(finding(survey, first.get(), repeated)));
    }
    return walk.isWhole() ? passed(survey) : survey.unfinished(Check.UNIQUE);
  }

  private static CheckResult passed(Survey survey) {
    String by = survey.key().pointer().isEmpty()
        ? "as a whole"
        : "by " + survey.key().pointer().substring(1);
    return CheckResult.passed(
        Check.UNIQUE, Shown.counted(survey.first().items(), "item") + ", told apart " + by + ".");
  }

  private static Finding finding(Survey survey, Repeated one, long repeated) {
    boolean same = one.before().number() == one.again().number();
    String where = same
        ? " is on page " + one.again().number() + " twice"
        : " is on page " + one.before().number() + " and again on page "
            + one.again().number();
    String all =
        repeated == 1 ? "" : " In all, " + Shown.counted(repeated, "item") + " came again.";
    return new Finding(
        survey.key().sure() ? Severity.ERROR : Severity.WARNING,
        survey.key().shown(one.key()) + where + "." + all,
        survey.key().sure()
            ? "Order the list by a key that is unique, and let each page start after the last item of"
                + " the page before it."
            : "Give each item a member such as id that tells it from all others.",
        same ? survey.curl(one.again()) : survey.curl(one.before(), one.again()));
  }
}
