package dev.pageturner.openapi.cli;

import dev.pageturner.ApiRequest;
import dev.pageturner.content.ParameterStyle;
import dev.pageturner.content.ParameterStyle.Form;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A parameter of a document, and what was said for it.
 *
 * @param parameter what the document says about it
 * @param said one text or several
 */
record SaidParameter(Parameter parameter, List<String> said) {
  SaidParameter {
    said = List.copyOf(said);
  }

  /** {@return the request with it, written in the style that the document says} */
  ApiRequest addTo(ApiRequest request) {
    String name = parameter.name();
    Object value = value();
    return switch (parameter.in()) {
      case "path" -> addToPath(request, name, value);
      case "header" -> request.header(name, value, style(ParameterStyle.SIMPLE));
      case "cookie" -> request.cookie(name, value, style(ParameterStyle.FORM));
      default -> request.query(name, value, style(ParameterStyle.FORM));
    };
  }

  private ApiRequest addToPath(ApiRequest request, String name, Object value) {
    ParameterStyle style = style(ParameterStyle.SIMPLE);
    boolean plain = style.form() == Form.SIMPLE && !style.allowReserved();
    // That one checks at once that the text addresses something.
    return plain && value instanceof String
        ? request.path(name, value)
        : request.path(name, value, style);
  }

  /** Where the elements of an array are joined, they may be said joined by commas. */
  private Object value() {
    boolean joined = isArray() && !parameter.explode();
    List<String> values =
        joined ? said.stream().flatMap(text -> elements(text).stream()).toList() : said;
    return values.size() == 1 ? values.get(0) : values;
  }

  private boolean isArray() {
    Schema schema = parameter.schema().target();
    return schema.types().contains("array") || schema.items().isPresent();
  }

  private static List<String> elements(String text) {
    return Arrays.stream(text.split("(?<!\\\\),", -1))
        .map(element -> element.replace("\\,", ","))
        .toList();
  }

  private ParameterStyle style(ParameterStyle usual) {
    // {+name} is how a template says that slashes in the value stay.
    boolean reserved = parameter.allowReserved() || parameter.name().startsWith("+");
    return new ParameterStyle(form(usual), parameter.explode(), reserved);
  }

  private Form form(ParameterStyle usual) {
    String name = parameter.style().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return Arrays.stream(Form.values())
        // The members of such an object are said one by one.
        .filter(form -> form != Form.DEEP_OBJECT && form.name().equals(name))
        .findFirst()
        .orElse(usual.form());
  }
}
