package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.mockserver.internal.fault.Script;
import dev.pageturner.openapi.mockserver.internal.server.ApiDispatcher;
import dev.pageturner.openapi.model.Operation;
import java.util.List;

/** One operation of a mock server: what goes wrong with it, and what was sent to it. */
public sealed class MockOperation permits MockList {
  private final Operation operation;
  private final ApiDispatcher dispatcher;

  MockOperation(Operation operation, ApiDispatcher dispatcher) {
    this.operation = operation;
    this.dispatcher = dispatcher;
  }

  /**
   * Lets a fault happen to the requests that come next. Several faults happen to the same request,
   * a delay and a cut body, say; after one that replaces the answer, such as a status, the others
   * wait for the request after it.
   */
  public void failNext(Fault fault) {
    check(fault);
    script().next(fault.scripted());
  }

  /**
   * Lets a fault happen to a request.
   *
   * @param request the number of the request to this operation, from 1; with more than one time,
   *     the first of them
   * @param fault what goes wrong
   */
  public void failOnRequest(int request, Fault fault) {
    check(fault);
    script().fromRequest(positive("request", request), fault.scripted());
  }

  /** Forgets all faults that have not happened yet. */
  public void clearFaults() {
    script().clear();
  }

  /** {@return the requests to this operation, the oldest first} */
  public List<MockRequest> requests() {
    return dispatcher.log().of(operation);
  }

  /** {@return the number of all requests to this operation, also of those no longer kept} */
  public long requestCount() {
    return dispatcher.log().count(operation);
  }

  final Script script() {
    return dispatcher.script(operation);
  }

  static int positive(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " < 1: " + number);
    }
    return number;
  }

  void check(Fault fault) {
    if (fault.scripted().isOfLists()) {
      throw new IllegalArgumentException(fault + ": " + this + " is no list");
    }
  }

  /** {@return method and path} */
  @Override
  public String toString() {
    return operation.method() + " " + operation.path();
  }
}
