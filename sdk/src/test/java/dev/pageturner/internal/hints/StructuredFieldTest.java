package dev.pageturner.internal.hints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.internal.hints.Conformance.Case;
import dev.pageturner.internal.hints.StructuredField.Bare;
import dev.pageturner.internal.hints.StructuredField.Bool;
import dev.pageturner.internal.hints.StructuredField.Bytes;
import dev.pageturner.internal.hints.StructuredField.Date;
import dev.pageturner.internal.hints.StructuredField.Decimal;
import dev.pageturner.internal.hints.StructuredField.Display;
import dev.pageturner.internal.hints.StructuredField.InnerList;
import dev.pageturner.internal.hints.StructuredField.Int;
import dev.pageturner.internal.hints.StructuredField.Item;
import dev.pageturner.internal.hints.StructuredField.Member;
import dev.pageturner.internal.hints.StructuredField.Text;
import dev.pageturner.internal.hints.StructuredField.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructuredFieldTest {
  static Stream<Case> cases() {
    return Stream.of(
            "boolean",
            "dictionary",
            "examples",
            "item",
            "key-generated",
            "large-generated",
            "list",
            "number",
            "number-generated",
            "optional-binary",
            "optional-date",
            "optional-display-string",
            "optional-listlist",
            "optional-param-listlist",
            "param-dict",
            "param-list",
            "string",
            "string-generated",
            "token",
            "token-generated")
        .flatMap(name -> Conformance.cases("structured-fields/" + name + ".json"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void readsWhatTheHttpWorkingGroupExpects(Case test) {
    Optional<Object> read = read(test);

    if (Boolean.TRUE.equals(test.get("must_fail"))) {
      assertThat(read).isEmpty();
    } else if (read.isEmpty()) {
      assertThat(test.get("can_fail")).as("may be refused").isEqualTo(true);
    } else {
      assertThat(read).contains(test.get("expected"));
    }
  }

  @SuppressWarnings("unchecked")
  private static Optional<Object> read(Case test) {
    List<String> lines = (List<String>) test.get("raw");
    return switch (test.text("header_type")) {
      case "item" -> StructuredField.item(lines).map(StructuredFieldTest::plain);
      case "list" -> StructuredField.list(lines).map(list -> plain(list));
      default -> StructuredField.dictionary(lines).map(StructuredFieldTest::plain);
    };
  }

  private static Object plain(Map<String, Member> dictionary) {
    return dictionary.entrySet().stream()
        .map(entry -> List.of(entry.getKey(), plain(entry.getValue())))
        .toList();
  }

  private static Object plain(List<? extends Member> members) {
    return members.stream().map(StructuredFieldTest::plain).toList();
  }

  private static Object plain(Member member) {
    Object value =
        member instanceof InnerList inner ? plain(inner.items()) : plain(((Item) member).value());
    List<Object> parameters = new ArrayList<>();
    member.parameters().forEach((key, bare) -> parameters.add(List.of(key, plain(bare))));
    return List.of(value, parameters);
  }

  private static Object plain(Bare bare) {
    if (bare instanceof Int number) {
      return (double) number.value();
    } else if (bare instanceof Decimal number) {
      return number.value().doubleValue();
    } else if (bare instanceof Text text) {
      return text.value();
    } else if (bare instanceof Bool bool) {
      return bool.value();
    } else if (bare instanceof Token token) {
      return typed("token", token.value());
    } else if (bare instanceof Date date) {
      return typed("date", (double) date.seconds());
    } else if (bare instanceof Display display) {
      return typed("displaystring", display.value());
    }
    return typed("binary", base32(((Bytes) bare).value()));
  }

  private static Map<String, Object> typed(String type, Object value) {
    return Map.of("__type", type, "value", value);
  }

  /** RFC 4648, section 6; the expected bytes are written in it. */
  private static String base32(ByteString bytes) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < bytes.size() * 8; bit += 5) {
      int first = bytes.getByte(bit / 8) & 0xff;
      int second = bit / 8 + 1 < bytes.size() ? bytes.getByte(bit / 8 + 1) & 0xff : 0;
      int five = ((first << 8 | second) >> (11 - bit % 8)) & 31;
      text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(five));
    }
    return text.append("=".repeat((8 - text.length() % 8) % 8)).toString();
  }

  @Test
  void severalLinesAreOneField() {
    assertThat(StructuredField.list(List.of("1", "2, 3")).orElseThrow()).hasSize(3);
  }

  @Test
  void noLinesAreAnEmptyList() {
    assertThat(StructuredField.list(List.of())).contains(List.of());
  }

  @Test
  void aMillionParenthesesEndInAnAnswer() {
    assertThat(StructuredField.list(List.of("(".repeat(1_000_000)))).isEmpty();
  }
}
