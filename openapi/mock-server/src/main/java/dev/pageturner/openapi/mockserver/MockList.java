package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.PageStyle;
import dev.pageturner.openapi.mockserver.internal.list.ListPlan;
import dev.pageturner.openapi.mockserver.internal.server.ApiDispatcher;
import dev.pageturner.openapi.mockserver.internal.trait.TraitName;
import dev.pageturner.openapi.mockserver.internal.trait.Traits;
import java.util.Arrays;
import java.util.List;

/** One list of a mock server: what goes wrong with its pages, and what was sent to it. */
public final class MockList extends MockOperation {
  private final ListPlan plan;
  private final Traits traits;
  private final boolean selecting;

  MockList(ListPlan plan, ApiDispatcher dispatcher, boolean selecting) {
    super(plan.operation(), dispatcher);
    this.plan = plan;
    this.traits = dispatcher.traits(plan.operation());
    this.selecting = selecting;
  }

  /**
   * Lets a fault happen to the requests for a page.
   *
   * @param page the number of the page, from 1, in whatever way the list pages
   * @param fault what goes wrong, as often as the fault says
   * @throws IllegalArgumentException if it can't happen to a list of this style
   */
  public void failOnPage(int page, Fault fault) {
    check(fault);
    script().onPage(positive("page", page), fault.scripted());
  }

  /** {@return how the list pages} */
  public DetectedPagination pagination() {
    return plan.best();
  }

  /**
   * {@return the traits that the list has, as {@link Trait#parse} reads them: those of the server's
   * options and of the document that it has a place for}
   */
  public List<String> traits() {
    return traits(true);
  }

  /** {@return the traits that are asked for but that the list has no place for} */
  public List<String> unsuitedTraits() {
    return traits(false);
  }

  private List<String> traits(boolean suited) {
    return Arrays.stream(TraitName.values())
        .filter(traits::has)
        .filter(name -> plan.suits(name) == suited)
        .map(traits::written)
        .toList();
  }

  /**
   * {@return the parameters of the query that the document declares and the server ignores} A
   * response names those that were sent in its header {@code X-Pageturner-Ignored}.
   */
  public List<String> ignoredParameters() {
    return plan.ignored(selecting);
  }

  @Override
  void check(Fault fault) {
    if (!plan.allows(fault.scripted().kind())) {
      PageStyle style = plan.best().style();
      throw new IllegalArgumentException(
          fault + " can't happen to " + this + ", which pages by " + style.label());
    }
  }
}
