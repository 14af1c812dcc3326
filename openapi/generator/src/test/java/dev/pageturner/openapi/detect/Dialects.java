package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.parse.OpenApiReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents in {@code dialects}. */
final class Dialects {
  private static final Pattern BETWEEN = Pattern.compile("[/:.\\[\\]]+");
  private static final Map<Path, ApiDocument> READ = new ConcurrentHashMap<>();

  /** One family of APIs, by the document that shows how it pages. */
  record Dialect(Path file) {
    String name() {
      return file.getFileName().toString().replace(".yaml", "");
    }

    /** {@return what is found in the document, which is read once and searched anew each time} */
    List<Detection> detections() {
      return PaginationDetector.detect(READ.computeIfAbsent(file, OpenApiReader::read));
    }

    /** {@return the names by which its operations, parameters, headers and members are called} */
    Set<Name> names() {
      Set<Name> names = new HashSet<>();
      detections().forEach(detection -> addNames(detection.operation(), names));
      return names;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  private Dialects() {}

  static List<Dialect> all() {
    try (Stream<Path> files = Files.list(
        Path.of(Objects.requireNonNull(Dialects.class.getResource("/dialects")).toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(Dialect::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return an operation in short} */
  static String key(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  private static void addNames(Operation operation, Set<Name> names) {
    Stream.of(operation.id(), operation.summary(), operation.description())
        .flatMap(text -> text.map(Name::of).stream())
        .forEach(names::add);
    addParts(operation.path(), names);
    for (RequestField field : RequestFields.of(operation)) {
      names.add(field.words());
      addParts(field.name(), names);
    }
    Answer answer = Answer.of(operation);
    answer.headers().keySet().stream().map(Name::of).forEach(names::add);
    Stream.of(answer.arrays(), answer.maps(), answer.scalars(), answer.objects())
        .flatMap(List::stream)
        .map(AnswerField::name)
        .forEach(names::add);
  }

  private static void addParts(String text, Set<Name> names) {
    BETWEEN.splitAsStream(text).map(Name::of).forEach(names::add);
  }
}
