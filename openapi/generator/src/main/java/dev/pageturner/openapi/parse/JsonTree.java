package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Place;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.ScalarNode.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON (RFC 8259, nothing more lenient) into nodes that know their line. */
final class JsonTree {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private final String text;
  private final Problems problems;
  private final Matcher number;
  private final Map<String, String> keys = new HashMap<>();
  private long nodes;
  private int at;
  private int line = 1;

  private JsonTree(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
    this.number = NUMBER.matcher(text);
  }

  static Node read(String file, String text, Problems problems) throws SyntaxException {
    JsonTree tree = new JsonTree(text, problems);
    Place root = Place.root(file);
    tree.skipSpace();
    Node node = tree.value(root, 0);
    tree.skipSpace();
    if (tree.at < text.length()) {
      throw tree.unexpected(root, "the end of the file");
    }
    return node;
  }

  private Node value(Place place, int depth) throws SyntaxException {
    TreeLimits.checkDepth(depth, place);
    TreeLimits.checkNodes(++nodes, place);
    return switch (peek()) {
      case '{' -> object(place, depth);
      case '[' -> array(place, depth);
      case '"' -> new ScalarNode(place, Kind.STRING, string(place));
      case 't' -> word(place, Kind.BOOLEAN, "true");
      case 'f' -> word(place, Kind.BOOLEAN, "false");
      case 'n' -> word(place, Kind.NULL, "null");
      default -> number(place);
    };
  }

  private ObjectNode object(Place place, int depth) throws SyntaxException {
    Map<String, Node> members = new LinkedHashMap<>();
    at++;
    skipSpace();
    while (peek() != '}') {
      if (!members.isEmpty()) {
        expect(',', place, "',' or '}'");
      }
      member(place, depth, members);
    }
    at++;
    return new ObjectNode(place, members);
  }

  private void member(Place place, int depth, Map<String, Node> members) throws SyntaxException {
    if (peek() != '"') {
      throw unexpected(place, "a name in double quotes");
    }
    int keyLine = line;
    String key = keys.computeIfAbsent(string(place), same -> same);
    Place child = place.child(key, keyLine);
    skipSpace();
    expect(':', child, "':'");
    Node value = value(child, depth + 1);
    if (members.put(key, value) != null) {
      problems.add(Duplicates.problem(child));
    }
    skipSpace();
  }

  private ArrayNode array(Place place, int depth) throws SyntaxException {
    List<Node> elements = new ArrayList<>();
    at++;
    skipSpace();
    while (peek() != ']') {
      if (!elements.isEmpty()) {
        expect(',', place, "',' or ']'");
      }
      elements.add(value(place.child(Integer.toString(elements.size()), line), depth + 1));
      skipSpace();
    }
    at++;
    return new ArrayNode(place, elements);
  }

  private ScalarNode word(Place place, Kind kind, String word) throws SyntaxException {
    if (!text.startsWith(word, at)) {
      throw unexpected(place, "a value");
    }
    at += word.length();
    return new ScalarNode(place, kind, word);
  }

  private ScalarNode number(Place place) throws SyntaxException {
    if (!number.region(at, text.length()).lookingAt()) {
      throw unexpected(place, "a value");
    }
    at = number.end();
    return new ScalarNode(place, Kind.NUMBER, number.group());
  }

  private String string(Place place) throws SyntaxException {
    int start = ++at;
    while (peek() != '"') {
      if (peek() < ' ') {
        throw unexpected(place, "the end of a string");
      }
      if (peek() == '\\') {
        return escaped(place, new StringBuilder(text.substring(start, at)));
      }
      at++;
    }
    return text.substring(start, at++);
  }

  private String escaped(Place place, StringBuilder out) throws SyntaxException {
    while (peek() != '"') {
      char c = peek();
      if (c < ' ') {
        throw unexpected(place, "the end of a string");
      }
      at++;
      out.append(c == '\\' ? escape(place) : c);
    }
    at++;
    return out.toString();
  }

  private char escape(Place place) throws SyntaxException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex(place);
      default -> throw unexpected(place, "an escape sequence");
    };
  }

  private char hex(Place place) throws SyntaxException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) {
        throw unexpected(place, "four hexadecimal digits");
      }
      value = value << 4 | digit;
      at++;
    }
    return (char) value;
  }

  private void expect(char wanted, Place place, String inWords) throws SyntaxException {
    if (peek() != wanted) {
      throw unexpected(place, inWords);
    }
    at++;
    skipSpace();
  }

  private void skipSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
      at++;
    }
  }

  /** The character at hand; past the end a NUL, which JSON has no use for. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private SyntaxException unexpected(Place place, String wanted) {
    String found = at < text.length() ? "" : ", but the file ends";
    return new SyntaxException(place.child("", line).location(), "expected " + wanted + found);
  }
}
