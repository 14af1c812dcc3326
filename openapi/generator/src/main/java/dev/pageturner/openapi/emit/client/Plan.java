package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.model.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method to be.
 *
 * @param operation the operation that it calls
 * @param names what it is called, and what belongs to it
 * @param path the path, with its place-holders named after the arguments
 * @param accept the media type to ask for, empty for the client's own
 * @param arguments what a caller can say, in written order
 * @param body what it sends
 * @param result what it gives back
 * @param server another server than the document's, by its URL
 * @param list the list of which this is a single page, with the options that both have
 */
record Plan(
    Operation operation,
    PlanNames names,
    String path,
    String accept,
    List<Argument> arguments,
    Optional<BodyPlan> body,
    Result result,
    Optional<String> server,
    Optional<Plan> list) {
  /** {@return this plan with other arguments and the path that goes with them} */
  Plan withArguments(String path, List<Argument> arguments) {
    return new Plan(operation, names, path, accept, arguments, body, result, server, list);
  }

  /** {@return the plan for a single page of a list, with all arguments} */
  Plan asPageOf(Plan list, PlanNames names, Result page) {
    return new Plan(
        operation, names, path, accept, arguments, body, page, server, Optional.of(list));
  }

  /** {@return the name of the method} */
  String name() {
    return names.method();
  }

  /** {@return what every call must say: first what is in the path, as it comes there} */
  List<Argument> required() {
    List<Argument> all = new ArrayList<>();
    spoken()
        .filter(one -> one.in().equals("path") && one.required())
        .sorted(Comparator.comparing(one -> path.indexOf("{" + one.name() + "}")))
        .forEach(all::add);
    spoken().filter(one -> !one.in().equals("path") && one.required()).forEach(all::add);
    return all;
  }

  /** {@return what a call may leave out} */
  List<Argument> optional() {
    return spoken().filter(one -> !one.required()).toList();
  }

  /** {@return whether a call may leave anything out} */
  boolean hasOptions() {
    return !optional().isEmpty();
  }

  private Stream<Argument> spoken() {
    return Stream.concat(arguments.stream(), body.stream().flatMap(body -> body.parts().stream()));
  }

  /** {@return the HTTP method} */
  String method() {
    return operation.method();
  }
}
