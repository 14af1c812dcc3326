package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Place;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.ScalarNode.Kind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 into nodes that know their line, from the parser's events: there is no step in
 * which a tag could choose a class. Aliases share the node of their anchor.
 */
final class YamlTree {
  /** So many escapes that the parser doesn't know are read before it is believed. */
  private static final int MAX_ESCAPES = 200;

  private record Anchored(Node node, long size) {}

  private final String file;
  private final Problems problems;
  private final Iterator<Event> events;
  private final Map<Anchor, @Nullable Anchored> anchors = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private long read;
  private long size;
  private long aliased;
  private int line = 1;

  private YamlTree(String file, String text, Problems problems) {
    LoadSettings settings = LoadSettings.builder()
        .setLabel(file)
        .setCodePointLimit(TreeLimits.MAX_BYTES)
        .setBufferSize(1 << 14)
        .build();
    this.file = file;
    this.problems = problems;
    this.events = new Parse(settings).parseReader(new StringReader(text)).iterator();
  }

  static Node read(String file, String text, Problems problems) throws SyntaxException {
    return read(file, text, problems, MAX_ESCAPES);
  }

  private static Node read(String file, String text, Problems problems, int escapes)
      throws SyntaxException {
    YamlTree tree = new YamlTree(file, text, problems);
    try {
      return tree.document();
    } catch (MarkedYamlEngineException e) {
      Optional<String> escaped = escapes > 0 ? YamlEscapes.replaced(text, e) : Optional.empty();
      if (escaped.isPresent()) {
        return read(file, escaped.get(), problems, escapes - 1);
      }
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(tree.line);
      throw new SyntaxException(new Location(file, line, ""), "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new SyntaxException(
          new Location(file, tree.line, ""), "not YAML: it holds a character that YAML refuses");
    }
  }

  private Node document() throws SyntaxException {
    Place root = Place.root(file);
    next();
    if (!(next() instanceof DocumentStartEvent)) {
      throw new SyntaxException(root.location(), "the file is empty");
    }
    Node node = node(next(), root, 0);
    next();
    if (!(next() instanceof StreamEndEvent)) {
      throw new SyntaxException(
          new Location(file, line, ""), "a second YAML document starts in the same file");
    }
    return node;
  }

  private Event next() {
    Event event = events.next();
    line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    return event;
  }

  private Node node(Event event, Place place, int depth) throws SyntaxException {
    TreeLimits.checkDepth(depth, place);
    TreeLimits.checkNodes(++read, place);
    size++;
    if (event instanceof AliasEvent alias) {
      return aliased(alias, place);
    }
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    anchor.ifPresent(name -> anchors.put(name, null));
    long before = size;
    Node node = anchorless(event, place, depth);
    anchor.ifPresent(name -> anchors.put(name, new Anchored(node, size - before + 1)));
    return node;
  }

  private Node aliased(AliasEvent alias, Place place) throws SyntaxException {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      boolean open = anchors.containsKey(alias.getAlias());
      throw new SyntaxException(
          place.location(), open ? "the alias stands inside its own anchor" : "unknown alias");
    }
    size += anchored.size();
    aliased += anchored.size();
    if (aliased > TreeLimits.MAX_ALIASED_NODES) {
      throw new SyntaxException(
          place.location(),
          "aliases expand to more than " + TreeLimits.MAX_ALIASED_NODES + " nodes");
    }
    return anchored.node();
  }

  private Node anchorless(Event event, Place place, int depth) throws SyntaxException {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, place);
    }
    if (event instanceof MappingStartEvent mapping) {
      checkTag(mapping.getTag(), "tag:yaml.org,2002:map", place);
      return mapping(place, depth);
    }
    checkTag(((SequenceStartEvent) event).getTag(), "tag:yaml.org,2002:seq", place);
    return sequence(place, depth);
  }

  private ObjectNode mapping(Place place, int depth) throws SyntaxException {
    Map<String, Node> members = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      String key = key(event, place);
      Place child = place.child(key, line);
      boolean merge = key.equals("<<") && ((ScalarEvent) event).isPlain();
      Node value = node(next(), child, depth + 1);
      if (merge) {
        merged.add(value);
      } else if (members.put(key, value) != null) {
        problems.add(Duplicates.problem(child));
      }
    }
    merged.forEach(source -> merge(source, members));
    return new ObjectNode(place, members);
  }

  /** The merge key is of YAML 1.1, yet documents that were written by hand use it. */
  private static void merge(Node source, Map<String, Node> members) {
    if (source instanceof ObjectNode object) {
      object.members().forEach(members::putIfAbsent);
    } else if (source instanceof ArrayNode array) {
      array.elements().forEach(element -> merge(element, members));
    }
  }

  private String key(Event event, Place place) throws SyntaxException {
    if (event instanceof ScalarEvent scalar) {
      return keys.computeIfAbsent(scalar.getValue(), same -> same);
    }
    throw new SyntaxException(place.child("", line).location(), "a key is not a plain text");
  }

  private ArrayNode sequence(Place place, int depth) throws SyntaxException {
    List<Node> elements = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      elements.add(node(event, place.child(Integer.toString(elements.size()), line), depth + 1));
    }
    return new ArrayNode(place, elements);
  }

  private ScalarNode scalar(ScalarEvent event, Place place) throws SyntaxException {
    Kind kind = kind(event, place);
    return new ScalarNode(place, kind, CoreSchema.canonical(kind, event.getValue()));
  }

  private static Kind kind(ScalarEvent event, Place place) throws SyntaxException {
    Optional<String> tag = event.getTag();
    if (tag.isEmpty()) {
      boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
      return plain ? CoreSchema.kindOf(event.getValue()) : Kind.STRING;
    }
    Kind meant = CoreSchema.kindOf(event.getValue());
    return switch (tag.get()) {
      case "!", "tag:yaml.org,2002:str" -> Kind.STRING;
      case "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:float",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:null" -> meant;
      default ->
        throw new SyntaxException(place.location(), "a YAML tag is used that OpenAPI doesn't know");
    };
  }

  private static void checkTag(Optional<String> tag, String allowed, Place place)
      throws SyntaxException {
    if (tag.isPresent() && !tag.get().equals(allowed)) {
      throw new SyntaxException(place.location(), "a YAML tag is used that OpenAPI doesn't know");
    }
  }
}
