package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.spelling.PaginationWords;
import dev.pageturner.openapi.spelling.Word;
import dev.pageturner.pagination.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads one override. */
final class OverrideReader {
  private static final String STYLE = "style";
  private static final String NEXT = "next";
  private static final String REQUEST_IN = "request_in";
  private static final String SIZE_IN = "size_in";
  private static final Set<String> PATHS = Set.of("items", "total", "total_pages");
  private static final Set<String> NUMBERS = Set.of("size_max", "page_start");

  /** What belongs to a style, and means the same as it does in a line of what was detected. */
  private static final Set<String> OF_STYLE = Set.of(
      STYLE,
      "items",
      "request_param",
      REQUEST_IN,
      NEXT,
      "size_param",
      SIZE_IN,
      "size_max",
      "has_more",
      "total",
      "total_pages",
      "last_id_field",
      "page_start");

  private final ObjectNode node;
  private final List<Problem> problems;
  private final boolean styled;
  private final List<Word> words = new ArrayList<>();
  private final Map<String, Node> places = new HashMap<>();

  private OverrideReader(ObjectNode node, List<Problem> problems) {
    this.node = node;
    this.problems = problems;
    this.styled = node.has(STYLE);
  }

  /** {@return what an override says; empty, with problems, if it makes no sense} */
  static Optional<Said> read(ObjectNode node, List<Problem> problems) {
    return new OverrideReader(node, problems).read();
  }

  /** {@return the member that says a word} */
  static String member(String word) {
    return word.replace('-', '_');
  }

  private Optional<Said> read() {
    int before = problems.size();
    node.members().forEach(this::readMember);
    Optional<PageStyle> style = node.text(STYLE).flatMap(OverrideReader::style);
    if (styled && style.isEmpty()) {
      problem(node, "style is none of " + styles());
    } else if (!styled && !node.has(NEXT)) {
      problem(node, "style is missing or none of " + styles() + ", and so is next");
    }
    Optional<DetectedPagination> facts =
        problems.size() > before ? Optional.empty() : style.map(this::facts);
    if (isAtRunTime() && facts.filter(found -> !found.isOpen()).isPresent()) {
      problem(given(NEXT), "next is recognised at run time for a cursor, an item's field or a URL");
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new Said(facts, isAtRunTime(), words, places, node.location()));
  }

  private void readMember(String member, Node value) {
    if (styled && OF_STYLE.contains(member)) {
      check(member, value);
      return;
    }
    Optional<String> word = PaginationWords.NAMES.stream()
        .filter(name -> member(name).equals(member))
        .findFirst();
    if (word.isEmpty()) {
      problem(value, "no such member; known are " + String.join(", ", known()));
    } else {
      readWord(word.get(), value);
    }
  }

  private void readWord(String word, Node value) {
    boolean several = value instanceof ArrayNode && PaginationWords.REPEATABLE.contains(word);
    List<Node> all =
        several && value instanceof ArrayNode array ? array.elements() : List.of(value);
    places.put(word, value);
    for (Node each : all) {
      each.text()
          .ifPresentOrElse(
              text -> words.add(new Word(word, text)),
              () -> problem(
                  each,
                  member(word) + " is not text"
                      + (PaginationWords.REPEATABLE.contains(word) ? " or an array of it" : "")));
    }
  }

  /** What a style needs to be is checked here, where its line is known. */
  private void check(String member, Node value) {
    String text = value.text().orElse("");
    if (value.text().isEmpty()) {
      problem(value, member + " is not text");
    } else if (NUMBERS.contains(member) && !text.matches("[0-9]{1,18}")) {
      problem(value, member + " is no number from 0");
    } else if (PATHS.contains(member)) {
      checkSource(value, text);
    } else if (member.equals("has_more")) {
      checkSource(value, endFlag(text).path());
    } else if (member.equals(NEXT) && !isAtRunTime() && !text.startsWith("header:")) {
      checkSource(value, text);
    } else if (member.equals(NEXT) && text.equals("header:")) {
      problem(value, "a header without a name");
    } else if (Set.of(REQUEST_IN, SIZE_IN).contains(member) && !text.matches("query|header|body")) {
      problem(value, member + " is none of query, header and body");
    }
  }

  private void checkSource(Node value, String path) {
    try {
      Source.body(path);
    } catch (IllegalArgumentException e) {
      problem(value, String.valueOf(e.getMessage()));
    }
  }

  private void problem(Node at, String message) {
    problems.add(Problem.error(at.location(), message));
  }

  private DetectedPagination facts(PageStyle style) {
    String in = node.text(REQUEST_IN).orElse(usualPlace(style));
    String sizeIn = node.text(SIZE_IN).orElse(in);
    return new DetectedPagination(
        style,
        node.text("items"),
        node.text("request_param").map(name -> new PositionField(name, in)),
        node.text(NEXT).filter(text -> !isAtRunTime()),
        node.text("size_param").map(name -> new PageSize(name, sizeIn, number("size_max"))),
        node.text("has_more").map(OverrideReader::endFlag),
        node.text("total"),
        node.text("total_pages"),
        node.text("last_id_field"),
        number("page_start"),
        1,
        List.of("an override says so at " + node.location()));
  }

  private boolean isAtRunTime() {
    return styled && node.text(NEXT).filter(DetectionLines.AT_RUN_TIME::equals).isPresent();
  }

  private Node given(String member) {
    Node value = node.get(member);
    return value == null ? node : value;
  }

  private static String usualPlace(PageStyle style) {
    return style == PageStyle.BODY_CURSOR ? "body" : "query";
  }

  /** {@return where the page size is asked for, unless that is said: where the position is} */
  static String sizeIn(DetectedPagination found) {
    return found.position().map(PositionField::in).orElse(usualPlace(found.style()));
  }

  private static EndFlag endFlag(String text) {
    boolean negated = text.startsWith("!");
    return new EndFlag(negated ? text.substring(1) : text, negated);
  }

  private Optional<Long> number(String key) {
    return node.text(key).map(Long::valueOf);
  }

  private static Optional<PageStyle> style(String label) {
    return Stream.of(PageStyle.values())
        .filter(style -> style.label().equals(label))
        .findFirst();
  }

  private static String styles() {
    return String.join(", ", Stream.of(PageStyle.values()).map(PageStyle::label).toList());
  }

  private Set<String> known() {
    Set<String> all =
        new TreeSet<>(PaginationWords.NAMES.stream().map(OverrideReader::member).toList());
    if (styled) {
      all.addAll(OF_STYLE);
    } else {
      all.add(STYLE);
    }
    return all;
  }
}
