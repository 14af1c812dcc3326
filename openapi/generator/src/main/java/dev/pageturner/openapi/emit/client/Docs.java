package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.pageturner.openapi.detect.DetectedPagination;
import dev.pageturner.openapi.emit.source.Prose;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.pagination.Pagination;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What generated methods say of themselves. */
final class Docs {
  private static final Pattern PLAIN = Pattern.compile("[\\w /.$\\[\\]'{}@:,?=&~+-]+");

  private Docs() {}

  /** {@return the comment of a method} */
  static CodeBlock of(Plan plan) {
    CodeBlock.Builder doc = CodeBlock.builder();
    if (plan.list().isPresent()) {
      return doc.add("A single page of {@link #$L}.\n", plan.list().get().name())
          .build();
    }
    Operation operation = plan.operation();
    prose(operation).ifPresent(text -> doc.add("$L\n\n<p>", text));
    doc.add("$L", code(operation.method() + " " + operation.path()));
    if (plan.result() instanceof Result.Paged paged) {
      doc.add("\n\n<p>$L", pages(paged));
    } else if (plan.result() instanceof Result.Bytes) {
      doc.add("; to be closed");
    }
    doc.add("\n");
    tags(plan, doc);
    return doc.build();
  }

  /** {@return the comment of a method that doesn't wait, beside the one that does} */
  static CodeBlock withoutWaiting(Plan plan, ClassName waiting) {
    return CodeBlock.of(
        "$L{@link $T#$L} without waiting.\n",
        firstParagraph(plan).map(text -> text + "\n\n<p>").orElse(""),
        waiting,
        plan.name());
  }

  /** {@return the comment of a method that takes no options} */
  static CodeBlock withoutOptions(Plan plan) {
    CodeBlock.Builder doc = CodeBlock.builder();
    firstParagraph(plan).ifPresent(text -> doc.add("$L\n\n<p>", text));
    return doc.add(
            "$L, without options\n", code(plan.method() + " " + plan.operation().path()))
        .build();
  }

  private static Optional<String> firstParagraph(Plan plan) {
    return plan.list().isPresent()
        ? Optional.empty()
        : prose(plan.operation()).map(text -> text.split("\n\n", 2)[0]);
  }

  private static Optional<String> prose(Operation operation) {
    return Stream.of(operation.summary(), operation.description())
        .flatMap(Optional::stream)
        .map(Prose::paragraph)
        .filter(text -> !text.isEmpty())
        .distinct()
        .reduce((summary, description) -> summary + "\n\n<p>" + description);
  }

  private static void tags(Plan plan, CodeBlock.Builder doc) {
    CodeBlock.Builder tags = CodeBlock.builder();
    for (Argument argument : plan.required()) {
      brief(argument.description())
          .ifPresent(text -> tags.add("@param $L $L\n", argument.name(), indented(text)));
    }
    plan.body().filter(body -> body.type().isPresent()).ifPresent(body -> {
      Optional<String> text = brief(body.description());
      if (!body.required() || text.isPresent()) {
        String may = body.required() ? "" : text.isPresent() ? " May be null." : "may be null";
        tags.add("@param body $L$L\n", indented(text.orElse("")), may);
      }
    });
    if (plan.hasOptions() && !tags.isEmpty()) {
      tags.add("@param options sets what may be left out\n");
    }
    if (!tags.isEmpty()) {
      doc.add("\n").add(tags.build());
    }
  }

  private static String indented(String text) {
    return text.replace("\n", "\n    ");
  }

  static Optional<String> brief(Optional<String> prose) {
    return prose.map(Prose::paragraph).filter(text -> !text.isBlank());
  }

  /** {@return how a list pages, in a sentence} */
  static String pages(Result.Paged paged) {
    return paged
        .found()
        .filter(found -> !found.isOpen())
        .map(Docs::pages)
        .orElseGet(() -> pages(paged.pagination()));
  }

  private static String pages(DetectedPagination found) {
    String next = found.next().map(Docs::place).orElse("");
    String position = found.position().map(field -> code(field.name())).orElse("");
    return switch (found.style()) {
      case CURSOR, BODY_CURSOR -> "Pages by a cursor: " + next + " goes back as " + position + ".";
      case AFTER_LAST_ITEM ->
        "Pages by the last item: its " + code(found.lastItemField().orElse("")) + " goes back as "
            + position + ".";
      case NEXT_URL -> "Pages by the URL of the next page, " + next + ".";
      case LINK_HEADER -> "Pages by the {@code Link} header.";
      case OFFSET -> "Pages by counting items in " + position + ".";
      case PAGE_NUMBER -> "Pages by counting pages in " + position + ".";
    };
  }

  private static String pages(Pagination said) {
    return said.isDetected()
        ? "How it pages is recognised from its first page."
        : "A list of one page.";
  }

  private static String place(String where) {
    return where.startsWith("header:")
        ? "the header " + code(where.substring("header:".length()))
        : code(where);
  }

  /** {@return text as code in a comment} */
  static String code(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && text.replaceAll("\\{[^{}]*}", "").matches("[^{}]*");
    return plain ? "{@code " + text + "}" : "<code>" + Prose.line(text) + "</code>";
  }
}
