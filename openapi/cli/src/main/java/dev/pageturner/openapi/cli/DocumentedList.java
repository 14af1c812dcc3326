package dev.pageturner.openapi.cli;

import dev.pageturner.ApiRequest;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.generator.DetectedDocument;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Server;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * A list operation of a document, as a request can be made of it.
 *
 * @param document where it stands
 * @param detection the operation, and how it pages
 */
record DocumentedList(ApiDocument document, Detection detection) {

  /**
   * {@return the operation}
   *
   * @param name its id, or method and path
   * @throws IllegalArgumentException if the document has none of that name
   */
  static DocumentedList of(DetectedDocument file, String name) {
    return file.detections().stream()
        .filter(detection -> isNamed(detection.operation(), name))
        .findFirst()
        .map(detection -> new DocumentedList(file.document(), detection))
        .orElseThrow(() -> new IllegalArgumentException(
            "the document has no operation '" + name + "'; pageturner detect lists them"));
  }

  private static boolean isNamed(Operation operation, String name) {
    return operation.id().filter(name::equals).isPresent()
        || (operation.method() + " " + operation.path()).equals(name);
  }

  private Operation operation() {
    return detection.operation();
  }

  Optional<Pagination> pagination() {
    return detection.pagination();
  }

  /** {@return the path, without what only tells operations apart} */
  String path() {
    String path = operation().path();
    return path.contains("#") ? path.substring(0, path.indexOf('#')) : path;
  }

  /** {@return the first server's URL, its variables filled in} */
  String baseUrl(Map<String, String> variables) {
    List<Server> servers =
        operation().servers().isEmpty() ? document.servers() : operation().servers();
    String url = servers.isEmpty() ? "/" : filled(servers.get(0), variables);
    if (HttpUrl.parse(url) == null) {
      throw new IllegalArgumentException(
          "the document does not say on which host it is: say --base-url URL");
    }
    return url;
  }

  private static String filled(Server server, Map<String, String> variables) {
    Set<String> known = server.variables().keySet();
    variables.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("the server's URL has no variable " + name);
        });
    String url = server.url();
    for (Map.Entry<String, Server.Variable> variable : server.variables().entrySet()) {
      String value =
          variables.getOrDefault(variable.getKey(), variable.getValue().defaultValue());
      url = url.replace("{" + variable.getKey() + "}", value);
    }
    return url;
  }

  /**
   * {@return what adds the parameters to a request}
   *
   * @param said each as NAME=VALUE
   * @throws IllegalArgumentException if one is unknown, or a required one is missing
   */
  UnaryOperator<ApiRequest> with(List<String> said) {
    Map<Parameter, List<String>> values = new LinkedHashMap<>();
    Map<String, String> members = new LinkedHashMap<>();
    for (String each : said) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("--param takes NAME=VALUE, not '" + each + "'");
      }
      String name = each.substring(0, equals);
      String value = each.substring(equals + 1);
      Optional<Parameter> parameter = named(name);
      parameter.ifPresentOrElse(
          known -> values.computeIfAbsent(known, any -> new ArrayList<>()).add(value),
          () -> members.put(requireMember(name), value));
    }
    requireAll(values.keySet());
    return request -> {
      ApiRequest whole = request.method(operation().method());
      for (Map.Entry<Parameter, List<String>> entry : values.entrySet()) {
        whole = new SaidParameter(entry.getKey(), entry.getValue()).addTo(whole);
      }
      for (Map.Entry<String, String> member : members.entrySet()) {
        whole = whole.query(member.getKey(), member.getValue());
      }
      return whole;
    };
  }

  private Optional<Parameter> named(String name) {
    return operation().parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst();
  }

  /** Members of an object that is sent as {@code filter[state]=open}. */
  private String requireMember(String name) {
    boolean member = name.contains("[")
        && named(name.substring(0, name.indexOf('[')))
            .filter(object -> object.in().equals("query"))
            .isPresent();
    if (!member) {
      String known =
          operation().parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
      throw new IllegalArgumentException("the operation has no parameter '" + name + "'"
          + (known.isEmpty() ? "" : "; it has " + known));
    }
    return name;
  }

  private void requireAll(Set<Parameter> given) {
    operation().parameters().stream()
        .filter(parameter -> parameter.required() && parameter.in().equals("path"))
        .filter(parameter -> !given.contains(parameter))
        .findFirst()
        .ifPresent(missing -> {
          throw new IllegalArgumentException("the path needs --param " + missing.name() + "=VALUE");
        });
  }
}
