package dev.pageturner.openapi.emit.client;

import java.util.List;

/**
 * What a method may leave out.
 *
 * @param inherited of a single page of a list: what the list may leave out, too
 * @param own the rest
 */
record Options(List<Argument> inherited, List<Argument> own) {
  static Options of(Plan plan) {
    List<Argument> inherited = plan.list().map(Plan::optional).orElse(List.of());
    List<Argument> own = plan.optional().stream()
        .filter(one -> inherited.stream().noneMatch(same -> same.name().equals(one.name())))
        .toList();
    // A page of which nothing more can be said takes the options of the list.
    return own.isEmpty() ? new Options(List.of(), inherited) : new Options(inherited, own);
  }

  /** {@return the options of the list} */
  Options superOptions() {
    return new Options(List.of(), inherited);
  }

  boolean isInheritedBy(Options other) {
    return inherited.isEmpty() && other.inherited.equals(own);
  }
}
