package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.CodeBlock;
import dev.pageturner.openapi.emit.source.Literals;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Flag;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Path;
import dev.pageturner.pagination.Source;
import java.util.List;

/** A pagination as the Java that a person would write for it. */
final class PaginationCode {
  private final Pagination pagination;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private PaginationCode(Pagination pagination) {
    this.pagination = pagination;
  }

  /**
   * {@return an expression whose value is equal to a pagination that was detected}
   *
   * @throws IllegalArgumentException if it has something that is never detected
   */
  static CodeBlock of(Pagination pagination) {
    return new PaginationCode(pagination).write();
  }

  private CodeBlock write() {
    code.add("$T", Sdk.PAGINATION);
    start(pagination.next(), pagination.carrier());
    if (pagination.items() instanceof Items.ArrayAt array) {
      code.add("\n.items($L)", text(array.path()));
    } else if (pagination.items() instanceof Items.ValuesOf values) {
      code.add("\n.itemValues($L)", text(values.path()));
    }
    pagination.hasMore().ifPresent(this::flag);
    pagination.totalItems().ifPresent(source -> code.add("\n.totalItems($L)", body(source)));
    pagination.totalPages().ifPresent(source -> code.add("\n.totalPages($L)", body(source)));
    pagination.pageSize().ifPresent(this::size);
    return code.build();
  }

  private void start(Next next, Carrier carrier) {
    boolean query = carrier instanceof Carrier.Query;
    if (next instanceof Next.Cursor cursor && cursor.sources().size() == 1) {
      cursor(cursor.sources().get(0), carrier);
    } else if (next instanceof Next.Url url && url.source() instanceof Source.Body) {
      code.add(".nextUrl($L)", body(url.source()));
    } else if (next instanceof Next.LinkHeader) {
      code.add(".linkHeader()");
    } else if (next instanceof Next.Offset offset && query) {
      code.add(".offset($L, $L)", name(carrier), offset.first());
    } else if (next instanceof Next.PageNumber page && query) {
      code.add(".pageNumber($L, $L)", name(carrier), page.first());
    } else {
      code.add(
          ".detect()\n.newBuilder()\n.next($L)\n.carrier($L)\n.build()", made(next), made(carrier));
    }
  }

  private void cursor(Source source, Carrier carrier) {
    boolean query = carrier instanceof Carrier.Query;
    boolean ofItem = source instanceof Source.LastItem;
    if (ofItem && query) {
      code.add(".afterLastItem($L, $L)", source(source, false), name(carrier));
    } else if (source instanceof Source.Body && query) {
      code.add(".cursor($L, $L)", body(source), name(carrier));
    } else {
      code.add(".cursor($L, $L)", source(source, true), made(carrier));
    }
    if (ofItem && !query) {
      code.add("\n.endRule($T.EMPTY_PAGE)", Sdk.END_RULE);
    }
  }

  private void flag(Flag flag) {
    code.add("\n.$L($L)", flag.negated() ? "isLast" : "hasMore", body(flag.source()));
  }

  private void size(PageSize size) {
    boolean query = size.carrier() instanceof Carrier.Query;
    if (query && size.max() == 0) {
      code.add("\n.pageSize($L)", name(size.carrier()));
    } else if (query) {
      code.add("\n.pageSize($L, $L)", name(size.carrier()), size.max());
    } else {
      CodeBlock carrier = made(size.carrier());
      code.add(
          "\n.newBuilder()\n.pageSize(new $T($L, $L, 0))\n.build()",
          Sdk.PAGE_SIZE,
          carrier,
          size.max());
    }
  }

  private static CodeBlock made(Next next) {
    if (next instanceof Next.Url url) {
      return CodeBlock.of("new $T.Url($L)", Sdk.NEXT, source(url.source(), true));
    } else if (next instanceof Next.Offset offset) {
      return CodeBlock.of("new $T.Offset($L)", Sdk.NEXT, offset.first());
    } else if (next instanceof Next.PageNumber page) {
      return CodeBlock.of("new $T.PageNumber($L)", Sdk.NEXT, page.first());
    }
    throw new IllegalArgumentException("never detected: " + next);
  }

  private static CodeBlock made(Carrier carrier) {
    if (carrier instanceof Carrier.TheUrl) {
      return CodeBlock.of("new $T.TheUrl()", Sdk.CARRIER);
    } else if (carrier instanceof Carrier.Body body) {
      return CodeBlock.of("$T.body($L)", Sdk.CARRIER, text(body.paths().get(0)));
    } else if (carrier instanceof Carrier.Header header) {
      return CodeBlock.of(
          "$T.header($L)", Sdk.CARRIER, Literals.of(header.names().get(0)));
    }
    return CodeBlock.of("$T.query($L)", Sdk.CARRIER, name(carrier));
  }

  private static CodeBlock name(Carrier carrier) {
    List<String> names = carrier instanceof Carrier.Query query ? query.names() : List.of();
    if (names.size() != 1) {
      throw new IllegalArgumentException("never detected: " + carrier);
    }
    return Literals.of(names.get(0));
  }

  private static CodeBlock source(Source source, boolean made) {
    if (source instanceof Source.Header header) {
      return CodeBlock.of("$T.header($L)", Sdk.SOURCE, Literals.of(header.name()));
    } else if (source instanceof Source.LastItem last && last.paths().size() == 1) {
      CodeBlock path = text(last.paths().get(0));
      return made ? CodeBlock.of("$T.lastItem($L)", Sdk.SOURCE, path) : path;
    }
    return CodeBlock.of("$T.body($L)", Sdk.SOURCE, body(source));
  }

  private static CodeBlock body(Source source) {
    if (source instanceof Source.Body body) {
      return text(body.path());
    }
    throw new IllegalArgumentException("never detected: " + source);
  }

  private static CodeBlock text(Path path) {
    return Literals.of(path.text());
  }
}
