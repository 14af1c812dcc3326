package dev.pageturner.openapi.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Types;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okio.Buffer;

/**
 * How many of the examples in a document the models of its schemas read.
 *
 * @param all the examples
 * @param withoutDeviation those that are what their schema says
 * @param refused where an example stands that is not read, and why
 */
record ExampleCount(long all, long withoutDeviation, List<String> refused) {
  /** An example, and what the document says about it. */
  private record Example(Node value, Schema schema) {}

  long read() {
    return all - refused.size();
  }

  static ExampleCount of(Path folder, ApiDocument document) {
    ModelTypes types = Models.types(document);
    Map<Example, TypeName> examples = new LinkedHashMap<>();
    examples(document)
        .forEach(example ->
            examples.put(example, types.typeOf(example.schema(), "Example" + examples.size())));
    Compiled models =
        Compiled.of(folder, types.sources(), Models.PACKAGE, Models.PACKAGE + ".TestJson");
    List<String> refused = new ArrayList<>();
    long exact = 0;
    for (Map.Entry<Example, TypeName> each : examples.entrySet()) {
      List<String> told = new ArrayList<>();
      try {
        models.read(type(each.getValue(), models), json(each.getKey().value()), told);
        exact += told.isEmpty() ? 1 : 0;
      } catch (IOException | JsonDataException e) {
        refused.add(each.getKey().value().location() + ": " + e.getMessage());
      }
    }
    return new ExampleCount(examples.size(), exact, refused);
  }

  private static Stream<Example> examples(ApiDocument document) {
    Stream<Example> ofBodies = document.operations().stream()
        .flatMap(ExampleCount::contents)
        .filter(Content::isJson)
        .filter(content -> content.schema().isPresent())
        .flatMap(content -> beside(content.node(), content.schema().orElseThrow()));
    Stream<Example> ofSchemas = document.schemas().values().stream()
        .filter(schema -> schema.ref().isEmpty())
        .flatMap(schema -> schema.node().asObject().stream().flatMap(node -> beside(node, schema)));
    return Stream.concat(ofBodies, ofSchemas);
  }

  private static Stream<Content> contents(Operation operation) {
    return Stream.concat(
        operation.requestBody().stream().flatMap(body -> body.content().stream()),
        operation.responses().stream().flatMap(response -> response.content().stream()));
  }

  /** What stands there as an example: one, a list of them, or some with names. */
  private static Stream<Example> beside(ObjectNode node, Schema schema) {
    Stream<Node> listed = node.list("examples").stream();
    Stream<Node> named = node.object("examples").stream()
        .flatMap(examples -> examples.members().values().stream())
        .flatMap(example -> example.asObject().stream())
        .flatMap(example -> Optional.ofNullable(example.get("value")).stream());
    return Stream.of(Optional.ofNullable(node.get("example")).stream(), listed, named)
        .flatMap(values -> values)
        .filter(value -> !isNull(value))
        .map(value -> new Example(value, schema));
  }

  private static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
  }

  private static Type type(TypeName name, Compiled models) {
    TypeName bare = name.withoutAnnotations();
    if (bare instanceof ParameterizedTypeName known) {
      Type[] arguments = known.typeArguments().stream()
          .map(argument -> type(argument, models))
          .toArray(Type[]::new);
      return Types.newParameterizedType(models.load(known.rawType().reflectionName()), arguments);
    }
    return models.load(((ClassName) bare).reflectionName());
  }

  /** JSON that is written as a text is what the text says. */
  private static String json(Node node) throws IOException {
    if (node instanceof ScalarNode scalar && scalar.value().strip().matches("(?s)[\\[{].*[\\]}]")) {
      return scalar.value();
    }
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer);
    writer.setSerializeNulls(true);
    write(writer, node);
    return buffer.readUtf8();
  }

  private static void write(JsonWriter writer, Node node) throws IOException {
    if (node instanceof ObjectNode object) {
      writer.beginObject();
      for (Map.Entry<String, Node> member : object.members().entrySet()) {
        writer.name(member.getKey());
        write(writer, member.getValue());
      }
      writer.endObject();
    } else if (node instanceof ArrayNode array) {
      writer.beginArray();
      for (Node element : array.elements()) {
        write(writer, element);
      }
      writer.endArray();
    } else if (node instanceof ScalarNode scalar) {
      switch (scalar.kind()) {
        case STRING -> writer.value(scalar.value());
        case NUMBER -> writer.value(new BigDecimal(scalar.value()));
        case BOOLEAN -> writer.value(scalar.isTrue());
        default -> writer.nullValue();
      }
    }
  }
}
