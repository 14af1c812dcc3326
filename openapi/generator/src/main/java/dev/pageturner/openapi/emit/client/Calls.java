package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.pageturner.openapi.emit.source.Literals;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The expressions that call an operation: one makes the request, refined line by line, the others
 * send it.
 */
final class Calls {
  private static final Set<String> NAMED = Set.of("GET", "POST", "PUT", "PATCH");

  private final Plan plan;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private Calls(Plan plan) {
    this.plan = plan;
  }

  /**
   * {@return the request}
   *
   * @param plan what to call
   * @param client the field that makes requests
   * @param pagination the constant that says how it pages, if it does
   */
  static CodeBlock request(Plan plan, String client, CodeBlock pagination) {
    return new Calls(plan).requested(client, pagination);
  }

  /** {@return what sends the request} */
  static CodeBlock send(Plan plan, Flavour flavour) {
    return new Calls(plan).sent(flavour);
  }

  /** {@return what sends the request and gives back status and headers, too} */
  static CodeBlock respond(Plan plan) {
    return new Calls(plan).responded();
  }

  private CodeBlock requested(String client, CodeBlock pagination) {
    code.add("$L.request($L)", client, Literals.of(plan.path()));
    for (Argument argument : plan.arguments()) {
      parameter(argument);
    }
    if (!plan.accept().isEmpty()) {
      code.add("\n.header($S, $L)", "Accept", Literals.of(plan.accept()));
    }
    plan.body().ifPresent(this::body);
    Result result = plan.result();
    if (result instanceof Result.Paged) {
      listMethod();
      if (plan.method().equals("POST")) {
        code.add("\n.repeatable()");
      }
      code.add("\n.pagination($L)", pagination);
    } else if (result instanceof Result.Events || result instanceof Result.Lines) {
      listMethod();
    } else if (plan.list().isPresent() && plan.method().equals("POST")) {
      code.add("\n.repeatable()");
    }
    return code.build();
  }

  private void parameter(Argument argument) {
    String name = argument.in().equals("path") ? argument.name() : argument.wireName();
    CodeBlock value = value(argument);
    if (argument.style().isPresent()) {
      code.add(
          "\n.$L($L, $L, $L)",
          argument.in(),
          Literals.of(name),
          value,
          argument.style().get());
    } else {
      code.add("\n.$L($L, $L)", argument.in(), Literals.of(name), value);
    }
  }

  private static CodeBlock value(Argument argument) {
    return CodeBlock.of(argument.required() ? "$L" : "chosen.$L", argument.name());
  }

  private void body(BodyPlan body) {
    CodeBlock value = switch (body.kind()) {
      case JSON, WHOLE -> CodeBlock.of("body");
      case JSON_AS -> made(body, "Json");
      case TEXT -> made(body, "Text");
      case BINARY -> made(body, "Binary");
      case FORM -> form(body);
      case PARTS -> parts(body);
    };
    boolean whole = body.kind() == BodyPlan.Kind.JSON || body.kind() == BodyPlan.Kind.WHOLE;
    boolean perhaps = !body.required() && !whole && body.type().isPresent();
    code.add(perhaps ? "\n.body(body == null ? null : $L)" : "\n.body($L)", value);
  }

  private static CodeBlock made(BodyPlan body, String kind) {
    return CodeBlock.of("new $T.$L($L, body)", Sdk.BODY, kind, Literals.of(body.mediaType()));
  }

  private static CodeBlock form(BodyPlan body) {
    CodeBlock.Builder form = CodeBlock.builder().add("$T.form(body)", Sdk.BODY);
    for (Map.Entry<String, CodeBlock> style : body.styles().entrySet()) {
      form.add("\n    .style($L, $L)", Literals.of(style.getKey()), style.getValue());
    }
    return form.build();
  }

  private static CodeBlock parts(BodyPlan body) {
    CodeBlock.Builder parts = CodeBlock.builder();
    if (body.mediaType().equals("multipart/form-data")) {
      parts.add("$T.multipart()", Sdk.BODY);
    } else {
      parts.add(
          "new $T.Multipart($L, $T.of())",
          Sdk.BODY,
          Literals.of(body.mediaType()),
          ClassName.get(java.util.List.class));
    }
    for (Argument part : body.parts()) {
      parts.add("\n    .part($L, $L", Literals.of(part.wireName()), value(part));
      part.style().ifPresent(type -> parts.add(", $L", type));
      parts.add(")");
    }
    return parts.build();
  }

  private CodeBlock sent(Flavour flavour) {
    Result result = plan.result();
    if (result instanceof Result.Paged paged) {
      code.add(".list($L)", type(paged.item()));
    } else if (result instanceof Result.Events events) {
      events(events);
    } else if (result instanceof Result.Lines lines) {
      code.add(".jsonLines($T.class)", lines.item());
    } else if (result instanceof Result.One one) {
      object(one.type());
    } else if (result instanceof Result.Perhaps perhaps) {
      perhaps(perhaps.type(), flavour);
    } else {
      String verb = result instanceof Result.Nothing
          ? "send"
          : result instanceof Result.Text ? "text" : "download";
      code.add(".$L($S)", verb, plan.method());
    }
    return code.build();
  }

  private CodeBlock responded() {
    Result result = plan.result();
    TypeName content = result instanceof Result.One one
        ? one.type()
        : result instanceof Result.Perhaps perhaps ? perhaps.type() : ClassName.get(Void.class);
    return result instanceof Result.Text
        ? CodeBlock.of(".download($S)", plan.method())
        : CodeBlock.of(".send($S, $L)", plan.method(), type(content));
  }

  private void events(Result.Events events) {
    if (events.endData().isEmpty() && events.endTypes().isEmpty()) {
      code.add(".events($T.class)", events.data());
      return;
    }
    code.add(".events($T.class, new $T.Builder()", events.data(), Sdk.EVENT_OPTIONS);
    ends("endMarkers", events.endData());
    ends("endTypes", events.endTypes());
    code.add(".build())");
  }

  private void ends(String name, List<String> texts) {
    if (!texts.isEmpty()) {
      code.add(".$L($T.of($L))", name, Set.class, MadeParts.literals(texts));
    }
  }

  /** A list or stream is fetched by POST if there is a body, else by GET. */
  private void listMethod() {
    String usual = plan.body().isPresent() ? "POST" : "GET";
    boolean sure = plan.body().filter(body -> !body.required()).isEmpty();
    if (!sure || !plan.method().equals(usual)) {
      code.add("\n.method($S)", plan.method());
    }
  }

  private void object(TypeName type) {
    if (type instanceof ClassName && NAMED.contains(plan.method())) {
      code.add(".$L($T.class)", plan.method().toLowerCase(java.util.Locale.ROOT), type);
    } else {
      code.add(".object($S, $L)", plan.method(), type(type));
    }
  }

  private void perhaps(TypeName type, Flavour flavour) {
    String then = flavour == Flavour.SYNC ? ".body()" : ".thenApply($T::body)";
    code.add(".<$T>send($S, $L)", type, plan.method(), type(type));
    if (flavour == Flavour.SYNC) {
      code.add(then);
    } else {
      code.add(then, Sdk.API_RESPONSE);
    }
  }

  /** {@return a type as a value, for Moshi} */
  static CodeBlock type(TypeName type) {
    TypeName bare = type.withoutAnnotations();
    if (bare instanceof ParameterizedTypeName parameterized) {
      CodeBlock.Builder made = CodeBlock.builder();
      made.add("$T.newParameterizedType($T.class", Sdk.MOSHI_TYPES, parameterized.rawType());
      parameterized.typeArguments().forEach(argument -> made.add(", $L", type(argument)));
      return made.add(")").build();
    } else if (bare instanceof WildcardTypeName wildcard) {
      return type(wildcard.upperBounds().get(0));
    }
    return CodeBlock.of("$T.class", bare);
  }
}
