package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.model.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code itemSchema}: what each item of a sequence is. For JSON Lines and JSON text sequences
 * that is what it says. For an event stream it is the data of an event, which is what callers get:
 * OpenAPI 3.2 describes the whole event, with its data as a text that holds JSON
 * ({@code contentSchema}), and some documents write the JSON in place of that text, or in place of
 * the event.
 */
final class SequenceReader {
  private static final String TERMINAL = "x-ms-sse-terminal-event";

  /** The fields of an event, by the HTML standard. */
  private static final Set<String> OF_AN_EVENT = Set.of("data", "event", "id", "retry");

  private final Context context;

  SequenceReader(Context context) {
    this.context = context;
  }

  /** {@return what the document says about the items of a body; empty if it says nothing} */
  Optional<Sequence> read(String mediaType, ObjectNode media) {
    return Newer.member(media, "itemSchema")
        .map(written -> mediaType.startsWith("text/event-stream")
            ? events(written)
            : new Sequence(Optional.of(at(written)), List.of(), List.of()));
  }

  private Schema at(Node node) {
    return context.schemas().at(node);
  }

  private Sequence events(Node written) {
    Optional<ObjectNode> event = context.object(written);
    List<Node> variants = event.map(SequenceReader::variants).orElse(List.of());
    boolean envelopes = !variants.isEmpty()
        && variants.stream().allMatch(variant -> members(variant).has("data"));
    if (envelopes) {
      return ended(variants, oneOf(event.orElseThrow(), variants));
    }
    variants.stream()
        .filter(this::isTerminal)
        .forEach(variant -> context
            .problems()
            .warning(
                variant.location(),
                "the event that ends the stream is known by its data only; the sequence ends with"
                    + " the response"));
    ObjectNode members = members(written);
    return members.has("data") && OF_AN_EVENT.containsAll(members.members().keySet())
        ? ended(List.of(written), json(members.get("data")))
        : new Sequence(Optional.of(at(written)), List.of(), List.of());
  }

  private static List<Node> variants(ObjectNode event) {
    List<Node> variants = new ArrayList<>(event.list("oneOf"));
    variants.addAll(event.list("anyOf"));
    return variants;
  }

  private Sequence ended(List<Node> events, Optional<Node> data) {
    List<String> endData = new ArrayList<>();
    List<String> endTypes = new ArrayList<>();
    for (Node event : events) {
      if (isTerminal(event)) {
        ObjectNode members = members(event);
        Optional<String> text = constant(members, "data");
        text.ifPresent(endData::add);
        constant(members, "event").filter(type -> text.isEmpty()).ifPresent(endTypes::add);
      }
    }
    return new Sequence(data.map(this::at), endData, endTypes);
  }

  private boolean isTerminal(Node variant) {
    return variant.asObject().filter(one -> one.flag(TERMINAL)).isPresent()
        || context.object(variant).filter(one -> one.flag(TERMINAL)).isPresent();
  }

  private Optional<String> constant(ObjectNode members, String name) {
    return Optional.ofNullable(members.get(name))
        .flatMap(context::object)
        .flatMap(schema -> schema.text("const"));
  }

  /** An event that says nothing but that the stream has ended brings no data. */
  private Optional<Node> oneOf(ObjectNode event, List<Node> variants) {
    List<Node> data = variants.stream()
        .flatMap(variant -> json(members(variant).get("data")).stream())
        .toList();
    if (data.size() < 2) {
      return data.stream().findFirst();
    }
    Map<String, Node> union = new LinkedHashMap<>();
    union.put("oneOf", new ArrayNode(event.place(), data));
    return Optional.of(new ObjectNode(event.place(), union));
  }

  /** {@return the properties of an event, its own and those of its parts} */
  private ObjectNode members(Node event) {
    Map<String, Node> members = new LinkedHashMap<>();
    addMembers(event, members, 0);
    return new ObjectNode(event.place(), members);
  }

  private void addMembers(Node event, Map<String, Node> members, int depth) {
    if (depth < TreeLimits.MAX_DEPTH) {
      context.object(event).ifPresent(one -> {
        one.object("properties").ifPresent(own -> own.members().forEach(members::putIfAbsent));
        one.list("allOf").forEach(part -> addMembers(part, members, depth + 1));
      });
    }
  }

  /** {@return the JSON that data holds; empty for text} */
  private Optional<Node> json(@Nullable Node data) {
    Optional<ObjectNode> object = Optional.ofNullable(data).flatMap(context::object);
    Optional<Node> content = object.map(schema -> schema.get("contentSchema"));
    boolean text = object
        .filter(schema -> schema.text("type").filter("string"::equals).isPresent()
            || schema.has("contentMediaType")
            || schema.has("const"))
        .isPresent();
    return content.isPresent() || text ? content : Optional.ofNullable(data);
  }
}
