package dev.pageturner.openapi.cli.options;

import picocli.CommandLine.Mixin;

/** All that can be said about a run over a list, whichever way the list is named. */
public final class ListOptions {
  @Mixin
  private PaginationOptions pagination = new PaginationOptions();

  @Mixin
  private RequestOptions request = new RequestOptions();

  @Mixin
  private AccessOptions access = new AccessOptions();

  @Mixin
  private TraversalChoices choices = new TraversalChoices();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** {@return how the list pages} */
  public PaginationOptions pagination() {
    return pagination;
  }

  /** {@return method, headers and body} */
  public RequestOptions request() {
    return request;
  }

  /** {@return what proves who asks} */
  public AccessOptions access() {
    return access;
  }

  /** {@return how much, how fast} */
  public TraversalChoices choices() {
    return choices;
  }

  /** {@return where to} */
  public OutputOptions output() {
    return output;
  }
}
