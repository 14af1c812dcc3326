package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outline of a group's methods. */
final class Outlines {
  private Outlines() {}

  static List<ClientOutline.Method> of(GroupPlan group) {
    List<ClientOutline.Method> methods = new ArrayList<>();
    for (Plan plan : group.plans()) {
      methods.add(new ClientOutline.Method(
          group.group().name(),
          group.accessor(),
          plan.name(),
          plan.method() + " " + plan.operation().path(),
          Flavour.SYNC.type(plan.result()),
          required(plan),
          plan.optional().stream().map(one -> one.type() + " " + one.name()).toList(),
          pages(plan),
          unproved(group, plan.operation())));
    }
    return methods;
  }

  private static Optional<String> pages(Plan plan) {
    return plan.result() instanceof Result.Paged paged
        ? Optional.of(Docs.pages(paged))
        : Optional.empty();
  }

  private static Optional<String> unproved(GroupPlan group, Operation operation) {
    return group.group().operations().stream()
        .filter(detection -> detection.operation().equals(operation))
        .findFirst()
        .flatMap(detection -> {
          if (detection.said().isPresent()) {
            return Optional.of("how it pages is overridden");
          }
          return detection.best().filter(DetectedPagination::isOpen).isPresent()
              ? Optional.of("how it pages is recognised from what the real server answers")
              : Optional.empty();
        });
  }

  private static List<ClientOutline.Value> required(Plan plan) {
    List<ClientOutline.Value> values = new ArrayList<>();
    for (Argument argument : plan.required()) {
      values.add(new ClientOutline.Value(
          argument.name(),
          argument.bareType(),
          Calls.type(argument.type()),
          schema(plan.operation(), argument)));
    }
    plan.body()
        .flatMap(BodyPlan::type)
        .ifPresent(type ->
            values.add(new ClientOutline.Value("body", type, Calls.type(type), bodySchema(plan))));
    return values;
  }

  private static Optional<Schema> schema(Operation operation, Argument argument) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.name().equals(argument.wireName()))
        .map(Parameter::schema)
        .findFirst();
  }

  private static Optional<Schema> bodySchema(Plan plan) {
    return plan.operation().requestBody().stream()
        .flatMap(body -> body.content().stream())
        .filter(content -> content.bareType().equals(plan.body().orElseThrow().mediaType()))
        .map(Content::schema)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
