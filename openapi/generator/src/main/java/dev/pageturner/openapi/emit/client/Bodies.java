package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.emit.client.BodyPlan.Kind;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.source.Literals;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.RequestBody;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operations send. Of several media types JSON goes first, then forms, parts and the rest. */
final class Bodies {
  private static final ClassName STRING = ClassName.get(String.class);
  private static final ClassName PARTS = Sdk.BODY.nestedClass("Multipart");

  private final ModelTypes types;

  Bodies(ModelTypes types) {
    this.types = types;
  }

  /** {@return what an operation sends; empty for nothing} */
  Optional<BodyPlan> of(Operation operation, String className, ArgumentNames names) {
    Optional<RequestBody> body = operation.requestBody();
    Optional<Content> content = body.flatMap(Bodies::preferred);
    boolean patch = operation.method().equals("PATCH");
    return content.flatMap(one -> of(one, body.get(), patch, className, names));
  }

  /** {@return whether a body is more than an empty form, which some documents give to each GET} */
  static boolean holdsAnything(RequestBody body) {
    return body.content().stream()
        .map(Content::schema)
        .anyMatch(schema -> schema
            .map(Members::of)
            .filter(known -> known.all().isEmpty() && !known.open())
            .isEmpty());
  }

  private static Optional<Content> preferred(RequestBody body) {
    Content best = null;
    for (Content content : body.content()) {
      if (best == null || rank(content) < rank(best)) {
        best = content;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int rank(Content content) {
    String type = content.bareType();
    if (type.equals("application/json")) {
      return 0;
    } else if (content.isJson()) {
      return 1;
    }
    return type.endsWith("urlencoded")
        ? 2
        : type.startsWith("multipart/") ? 3 : isText(type) ? 4 : 5;
  }

  static boolean isText(String mediaType) {
    return mediaType.startsWith("text/")
        || mediaType.endsWith("/xml")
        || mediaType.endsWith("+xml")
        || mediaType.endsWith("/yaml")
        || mediaType.endsWith("+yaml");
  }

  private Optional<BodyPlan> of(
      Content content, RequestBody body, boolean patch, String className, ArgumentNames names) {
    String type = content.bareType();
    if (type.endsWith("urlencoded")) {
      return form(content, body, className);
    } else if (type.startsWith("multipart/")) {
      return Optional.of(parts(content, body, className, names));
    } else if (content.isJson()) {
      boolean plain = !type.endsWith("json") || type.equals("application/json");
      TypeName java = content
          .schema()
          .map(schema -> patch
              ? types.changesTypeOf(schema, className + "Body")
              : types.sentTypeOf(schema, className + "Body"))
          .orElse(Sdk.JSON);
      return Optional.of(plan(plain ? Kind.JSON : Kind.JSON_AS, type, java, body));
    }
    return Optional.of(
        isText(type)
            ? plan(Kind.TEXT, sent(content, "text/plain"), STRING, body)
            : plan(Kind.BINARY, sent(content, "application/octet-stream"), Sdk.UPLOAD, body));
  }

  /** A range such as {@code image/*} cannot be sent; the upload should say what it is. */
  private static String sent(Content content, String instead) {
    String type = content.mediaType();
    boolean sendable = type.matches("[\\w.+-]+/[\\w.+-]+(?:\\s*;[ -~]*)?");
    return sendable ? type : instead;
  }

  private static BodyPlan plan(Kind kind, String mediaType, TypeName type, RequestBody body) {
    return new BodyPlan(
        kind,
        mediaType,
        Optional.of(type),
        List.of(),
        Map.of(),
        body.required(),
        body.description());
  }

  private Optional<BodyPlan> form(Content content, RequestBody body, String className) {
    Optional<Members> members = content.schema().map(Members::of);
    if (members.filter(known -> known.all().isEmpty() && !known.open()).isPresent()) {
      return Optional.empty();
    }
    TypeName type = content
        .schema()
        .map(schema -> types.sentTypeOf(schema, className + "Form"))
        .orElse(Sdk.JSON);
    return Optional.of(new BodyPlan(
        Kind.FORM,
        "application/x-www-form-urlencoded",
        Optional.of(type),
        List.of(),
        members.map(known -> styles(content, known)).orElse(Map.of()),
        body.required(),
        body.description()));
  }

  /** Only what differs from what a form does by itself. */
  private static Map<String, CodeBlock> styles(Content content, Members members) {
    Map<String, CodeBlock> styles = new LinkedHashMap<>();
    members.all().forEach((name, schema) -> {
      Optional<ObjectNode> encoding =
          content.node().object("encoding").flatMap(all -> all.object(name));
      Schema target = schema.target();
      boolean array = target.types().contains("array") || target.items().isPresent();
      encoding.filter(one -> array && one.has("style")).ifPresent(one -> {
        String style = one.text("style").orElse("form");
        boolean explode = one.has("explode") ? one.flag("explode") : style.equals("form");
        boolean usual = style.equals("form") && explode;
        Styles.of(style, explode).filter(code -> !usual).ifPresent(code -> styles.put(name, code));
      });
      swaggerStyle(schema).ifPresent(code -> styles.put(name, code));
    });
    return styles;
  }

  /** Swagger 2.0 writes it beside the field. */
  private static Optional<CodeBlock> swaggerStyle(Schema field) {
    Optional<String> format = field.node().asObject().flatMap(one -> one.text("collectionFormat"));
    return format.flatMap(text -> switch (text) {
      case "csv" -> Styles.of("form", false);
      case "ssv" -> Styles.of("spaceDelimited", false);
      case "tsv" -> Styles.of("tabDelimited", false);
      case "pipes" -> Styles.of("pipeDelimited", false);
      default -> Optional.empty();
    });
  }

  private BodyPlan parts(Content content, RequestBody body, String className, ArgumentNames names) {
    Members members = content.schema().map(Members::of).orElse(null);
    if (members == null || members.all().isEmpty()) {
      // The caller puts the parts together.
      return plan(Kind.WHOLE, content.bareType(), PARTS, body);
    }
    List<Argument> parts = new ArrayList<>();
    members.all().forEach((name, schema) -> {
      if (!schema.target().flag("readOnly")) {
        parts.add(part(name, schema, members.requires(name), content, className, names));
      }
    });
    return new BodyPlan(
        Kind.PARTS,
        content.bareType(),
        Optional.empty(),
        parts,
        Map.of(),
        body.required(),
        body.description());
  }

  private Argument part(
      String name,
      Schema schema,
      boolean required,
      Content content,
      String className,
      ArgumentNames names) {
    Optional<CodeBlock> mediaType = content
        .node()
        .object("encoding")
        .flatMap(all -> all.object(name))
        .flatMap(one -> one.text("contentType"))
        .map(types -> types.split(",", 2)[0].strip())
        .filter(type -> type.matches("[\\w.+-]+/[\\w.+-]+(?:\\s*;[ -~]*)?"))
        .map(Literals::of);
    return new Argument(
        name,
        "part",
        names.claim("part", name, required),
        partType(name, schema, className),
        required,
        mediaType,
        schema.description(),
        schema.target().flag("deprecated"),
        Optional.empty());
  }

  private TypeName partType(String name, Schema schema, String className) {
    if (Members.isBytes(schema)) {
      return Sdk.UPLOAD;
    }
    Optional<Schema> element = schema.target().items();
    if (element.filter(Members::isBytes).isPresent()) {
      return ParameterizedTypeName.get(ClassName.get(List.class), Sdk.UPLOAD);
    }
    return types.sentTypeOf(schema, className + JavaNames.className(name));
  }
}
