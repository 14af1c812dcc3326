package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PageParameters;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments that say which page is wanted. A list that pages by itself doesn't take them; what
 * every request must say is said for the first page.
 */
final class PageArguments {
  private final Set<Parameter> parameters;
  private final Pagination pagination;

  PageArguments(Detection detection, Pagination pagination) {
    this.parameters = Set.copyOf(PageParameters.of(detection));
    this.pagination = pagination;
  }

  /** {@return a plan without them} */
  Plan without(Plan plan, Map<Parameter, Argument> arguments) {
    List<Argument> kept = new ArrayList<>();
    String path = plan.path();
    for (Map.Entry<Parameter, Argument> each : arguments.entrySet()) {
      Parameter parameter = each.getKey();
      Optional<String> first = first(parameter, each.getValue());
      boolean said = parameter.required() && parameter.in().equals("query") && first.isPresent();
      if (!parameters.contains(parameter) || (parameter.required() && !said)) {
        kept.add(each.getValue());
      } else if (said) {
        path = PathText.with(path, parameter.name(), first.get());
      }
    }
    return plan.withArguments(path, kept);
  }

  private Optional<String> first(Parameter parameter, Argument argument) {
    boolean position = pagination.carrier() instanceof Carrier.Query query
        && query.names().contains(parameter.name());
    Next next = pagination.next();
    if (position && next instanceof Next.PageNumber pages) {
      return Optional.of(String.valueOf(pages.first()));
    } else if (position && next instanceof Next.Offset offset) {
      return Optional.of(String.valueOf(offset.first()));
    }
    return argument.initial().map(Argument.Initial::text);
  }
}
