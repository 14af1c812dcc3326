package dev.pageturner.openapi.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words by which requests and answers speak of pages: the resource {@code vocabulary.txt}.
 *
 * <p>A line is {@code word | role | exact or vague | dialect}. An exact word is believed beside a
 * type that fits; a vague one means other things elsewhere and needs prose or a second witness. The
 * dialect is the document of the tests that needs the word. A word is written in lower case, its
 * parts apart: {@code page size} is {@code pageSize}, {@code page_size} and {@code pagesize}. In
 * it, {@code *} stands for one part or more, and {@code <items>} for a word of the role
 * {@code items}.
 */
final class Vocabulary {
  /** Where the words are, beside this class. */
  static final String RESOURCE = "vocabulary.txt";

  private static final List<Entry> ENTRIES = read();
  private static final Map<WordRole, Names> NAMES = new EnumMap<>(WordRole.class);
  private static final Map<WordRole, Names> VAGUE = new EnumMap<>(WordRole.class);

  static {
    for (WordRole role : WordRole.values()) {
      NAMES.put(
          role, Names.of(ENTRIES.stream().filter(entry -> entry.role() == role).toList()));
      VAGUE.put(
          role,
          Names.of(ENTRIES.stream()
              .filter(entry -> entry.role() == role && entry.vague())
              .toList()));
    }
  }

  private Vocabulary() {}

  /**
   * A line of the vocabulary.
   *
   * @param word the word, its parts apart
   * @param role what it means
   * @param vague whether it means other things elsewhere
   * @param dialect the document that proves it
   */
  record Entry(String word, WordRole role, boolean vague, String dialect) {
    private static Entry of(String line) {
      String[] cells = line.split("\\|", -1);
      if (cells.length != 4) {
        throw new IllegalStateException("not word | role | exact or vague | dialect: " + line);
      }
      return new Entry(
          cells[0].strip(), role(cells[1].strip()), isVague(cells[2].strip()), cells[3].strip());
    }

    private static WordRole role(String label) {
      return Arrays.stream(WordRole.values())
          .filter(role -> role.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no role: " + label));
    }

    private static boolean isVague(String text) {
      if (!text.equals("exact") && !text.equals("vague")) {
        throw new IllegalStateException("neither exact nor vague: " + text);
      }
      return text.equals("vague");
    }

    /** {@return whether a name is this word} */
    boolean isWord(Name name) {
      return Names.of(List.of(this)).contain(name);
    }
  }

  /** {@return all lines, in the resource's order} */
  static List<Entry> entries() {
    return ENTRIES;
  }

  /** {@return the words of a role} */
  static Names of(WordRole role) {
    return Objects.requireNonNull(NAMES.get(role));
  }

  /** {@return the vague ones among the words of a role} */
  static Names vague(WordRole role) {
    return Objects.requireNonNull(VAGUE.get(role));
  }

  /** {@return the words of the role {@code items}} */
  static List<String> items() {
    return ENTRIES.stream()
        .filter(entry -> entry.role() == WordRole.ITEMS)
        .map(Entry::word)
        .toList();
  }

  private static List<Entry> read() {
    try (InputStream in =
            Objects.requireNonNull(Vocabulary.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Entry::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
