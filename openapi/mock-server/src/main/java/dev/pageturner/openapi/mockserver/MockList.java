package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.detect.PageStyle;
import dev.pageturner.openapi.mockserver.internal.list.ListPlan;
import dev.pageturner.openapi.mockserver.internal.server.ApiDispatcher;

/** One list of a mock server: what goes wrong with its pages, and what was sent to it. */
public final class MockList extends MockOperation {
  private final ListPlan plan;

  MockList(ListPlan plan, ApiDispatcher dispatcher) {
    super(plan.operation(), dispatcher);
    this.plan = plan;
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

  @Override
  void check(Fault fault) {
    if (!plan.allows(fault.scripted().kind())) {
      PageStyle style = plan.best().style();
      throw new IllegalArgumentException(
          fault + " can't happen to " + this + ", which pages by " + style.label());
    }
  }
}
