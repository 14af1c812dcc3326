package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.CodeBlock;
import dev.pageturner.openapi.emit.source.Literals;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Kept;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A pagination as the Java that a person would write for it: a known combination, then what refines
 * it, then a builder for what has no method of its own.
 */
final class PaginationCode {
  private final Pagination pagination;
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final List<CodeBlock> built = new ArrayList<>();
  private boolean endsEmpty;

  private PaginationCode(Pagination pagination) {
    this.pagination = pagination;
    this.endsEmpty = pagination.endRules().contains(EndRule.EMPTY_PAGE);
  }

  /** {@return an expression whose value is equal to a pagination} */
  static CodeBlock of(Pagination pagination) {
    return new PaginationCode(pagination).write();
  }

  private CodeBlock write() {
    code.add("$T", Sdk.PAGINATION);
    start(pagination.next(), pagination.carrier());
    items(pagination.items());
    pagination.hasMore().ifPresent(this::flag);
    pagination.totalItems().ifPresent(source -> total("totalItems", source));
    pagination.totalPages().ifPresent(source -> total("totalPages", source));
    pagination.pageSize().ifPresent(this::size);
    ends();
    following();
    pagination.sync().ifPresent(sync -> code.add("\n.sync($L)", MadeParts.of(sync)));
    if (!built.isEmpty()) {
      code.add("\n.newBuilder()");
      built.forEach(code::add);
      code.add("\n.build()");
    }
    return code.build();
  }

  private void start(Next next, Carrier carrier) {
    boolean oneQuery = carrier instanceof Carrier.Query query && query.names().size() == 1;
    if (next instanceof Next.Cursor cursor && cursor.sources().size() == 1) {
      cursor(cursor.sources().get(0), carrier, oneQuery);
    } else if (next instanceof Next.Url url && url.source() instanceof Source.Body body) {
      code.add(".nextUrl($L)", text(body));
    } else if (next instanceof Next.LinkObject link && link.source() instanceof Source.Body body) {
      code.add(".linkObject($L)", text(body));
    } else if (next instanceof Next.LinkHeader link && link.relation().equals("next")) {
      code.add(".linkHeader()");
    } else if (next instanceof Next.Offset offset && oneQuery) {
      code.add(".offset($L, $L)", MadeParts.names(carrier), offset.first());
    } else if (next instanceof Next.PageNumber page && oneQuery) {
      code.add(".pageNumber($L, $L)", MadeParts.names(carrier), page.first());
    } else if (next instanceof Next.Detected) {
      code.add(".detect()");
      if (!(carrier instanceof Carrier.TheUrl)) {
        code.add("\n.newBuilder()\n.carrier($L)\n.build()", MadeParts.of(carrier));
      }
    } else if (next instanceof Next.None) {
      code.add(".onePage()");
    } else {
      code.add(
          ".detect()\n.newBuilder()\n.next($L)\n.carrier($L)\n.build()",
          MadeParts.of(next),
          MadeParts.of(carrier));
    }
  }

  private void cursor(Source source, Carrier carrier, boolean oneQuery) {
    boolean field = source instanceof Source.LastItem last && last.paths().size() == 1;
    if (field && oneQuery && endsEmpty) {
      // The method says itself that an empty page is the end.
      endsEmpty = false;
      code.add(
          ".afterLastItem($L, $L)",
          MadeParts.texts(((Source.LastItem) source).paths()),
          MadeParts.names(carrier));
    } else if (source instanceof Source.Body body && oneQuery) {
      code.add(".cursor($L, $L)", text(body), MadeParts.names(carrier));
    } else {
      code.add(".cursor($L, $L)", MadeParts.of(source), MadeParts.of(carrier));
    }
  }

  private void items(Items items) {
    if (items instanceof Items.ArrayAt array) {
      code.add("\n.items($L)", Literals.of(array.path().text()));
    } else if (items instanceof Items.ValuesOf values) {
      code.add("\n.itemValues($L)", Literals.of(values.path().text()));
    } else if (items instanceof Items.One one) {
      built(
          "items",
          CodeBlock.of(
              "new $T.One($T.of($L))",
              Sdk.ITEMS,
              Sdk.PATH,
              Literals.of(one.path().text())));
    } else if (items instanceof Items.Lines) {
      built("items", CodeBlock.of("new $T.Lines()", Sdk.ITEMS));
    }
  }

  private void flag(Flag flag) {
    if (flag.source() instanceof Source.Body body) {
      code.add("\n.$L($L)", flag.negated() ? "isLast" : "hasMore", text(body));
    } else {
      built(
          "hasMore",
          CodeBlock.of("new $T($L, $L)", Sdk.FLAG, MadeParts.of(flag.source()), flag.negated()));
    }
  }

  private void total(String name, Source source) {
    if (source instanceof Source.Body body) {
      code.add("\n.$L($L)", name, text(body));
    } else {
      built(name, MadeParts.of(source));
    }
  }

  private void size(PageSize size) {
    boolean query = size.carrier() instanceof Carrier.Query && size.usual() == 0;
    if (query && size.max() == 0) {
      code.add("\n.pageSize($L)", MadeParts.names(size.carrier()));
    } else if (query) {
      code.add("\n.pageSize($L, $L)", MadeParts.names(size.carrier()), size.max());
    } else {
      built(
          "pageSize",
          CodeBlock.of(
              "new $T($L, $L, $L)",
              Sdk.PAGE_SIZE,
              MadeParts.of(size.carrier()),
              size.max(),
              size.usual()));
    }
  }

  private void ends() {
    for (EndRule rule : new TreeSet<>(pagination.endRules())) {
      if (rule != EndRule.EMPTY_PAGE || endsEmpty) {
        code.add("\n.endRule($T.$L)", Sdk.END_RULE, rule.name());
      }
    }
    new TreeSet<>(pagination.endStatuses())
        .forEach(status -> built("endStatus", CodeBlock.of("$L", status)));
  }

  private void following() {
    pagination.firstCursor().ifPresent(cursor -> said("firstCursor", cursor));
    pagination.followingPath().ifPresent(path -> said("followingPath", path));
    if (pagination.kept() instanceof Kept.Only only) {
      code.add(
          "\n.$L($L)",
          only.names().isEmpty() ? "tokenAlone" : "keeping",
          MadeParts.literals(only.names()));
    }
    pagination
        .linkRewrite()
        .ifPresent(rule ->
            code.add("\n.rewriteLinks($L, $L)", Literals.of(rule.from()), Literals.of(rule.to())));
    pagination.overlap().ifPresent(key -> said("overlap", key.text()));
    pagination.followingMethod().ifPresent(method -> built("followingMethod", Literals.of(method)));
    pagination.error().ifPresent(path -> built("error", Literals.of(path.text())));
    if (pagination.extraItem()) {
      built("extraItem", CodeBlock.of("true"));
    }
  }

  private void said(String name, String text) {
    code.add("\n.$L($L)", name, Literals.of(text));
  }

  private void built(String name, CodeBlock value) {
    built.add(CodeBlock.of("\n.$L($L)", name, value));
  }

  private static CodeBlock text(Source.Body body) {
    return Literals.of(body.path().text());
  }
}
