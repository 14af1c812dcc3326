package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.CodeBlock;
import dev.pageturner.openapi.emit.source.Literals;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Mark;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Source;
import dev.pageturner.pagination.Sync;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The parts of a pagination as expressions that make them. */
final class MadeParts {
  private MadeParts() {}

  static CodeBlock of(Next next) {
    if (next instanceof Next.Cursor cursor) {
      List<CodeBlock> sources = cursor.sources().stream().map(MadeParts::of).toList();
      return CodeBlock.of(
          "new $T.Cursor($T.of($L))", Sdk.NEXT, List.class, CodeBlock.join(sources, ", "));
    } else if (next instanceof Next.Url url) {
      return CodeBlock.of("new $T.Url($L)", Sdk.NEXT, of(url.source()));
    } else if (next instanceof Next.LinkObject link) {
      return CodeBlock.of("new $T.LinkObject($L)", Sdk.NEXT, of(link.source()));
    } else if (next instanceof Next.LinkHeader link) {
      return CodeBlock.of("new $T.LinkHeader($L)", Sdk.NEXT, Literals.of(link.relation()));
    } else if (next instanceof Next.Offset offset) {
      return CodeBlock.of("new $T.Offset($L)", Sdk.NEXT, offset.first());
    } else if (next instanceof Next.PageNumber page) {
      return CodeBlock.of("new $T.PageNumber($L)", Sdk.NEXT, page.first());
    }
    throw new IllegalArgumentException("made by a method: " + next);
  }

  static CodeBlock of(Carrier carrier) {
    if (carrier instanceof Carrier.TheUrl) {
      return CodeBlock.of("new $T.TheUrl()", Sdk.CARRIER);
    } else if (carrier instanceof Carrier.QueryMembers) {
      return CodeBlock.of("new $T.QueryMembers()", Sdk.CARRIER);
    }
    return CodeBlock.of("$T.$L($L)", Sdk.CARRIER, method(carrier), names(carrier));
  }

  private static String method(Carrier carrier) {
    if (carrier instanceof Carrier.Body) {
      return "body";
    } else if (carrier instanceof Carrier.Form) {
      return "form";
    }
    return carrier instanceof Carrier.Header ? "header" : "query";
  }

  /** {@return the names under which a carrier has its values, with commas between them} */
  static CodeBlock names(Carrier carrier) {
    if (carrier instanceof Carrier.Query query) {
      return literals(query.names());
    } else if (carrier instanceof Carrier.Header header) {
      return literals(header.names());
    } else if (carrier instanceof Carrier.Form form) {
      return literals(form.names());
    } else if (carrier instanceof Carrier.Body body) {
      return texts(body.paths());
    }
    throw new IllegalArgumentException("has no names: " + carrier);
  }

  static CodeBlock of(Source source) {
    if (source instanceof Source.Header header) {
      return CodeBlock.of("$T.header($L)", Sdk.SOURCE, Literals.of(header.name()));
    } else if (source instanceof Source.LastItem last) {
      return CodeBlock.of("$T.lastItem($L)", Sdk.SOURCE, texts(last.paths()));
    } else if (source instanceof Source.Body body) {
      return CodeBlock.of("$T.body($L)", Sdk.SOURCE, Literals.of(body.path().text()));
    }
    throw new IllegalArgumentException("not made by any method: " + source);
  }

  static CodeBlock of(Sync sync) {
    if (sync instanceof Sync.Link link) {
      return CodeBlock.of("new $T.Link($L)", Sdk.SYNC, of(link.source()));
    } else if (sync instanceof Sync.Token token) {
      return CodeBlock.of("$T.token($L, $L)", Sdk.SYNC, of(token.source()), of(token.carrier()));
    }
    Mark mark = (Mark) sync;
    CodeBlock.Builder code = CodeBlock.builder()
        .add("$T.of($L, $L)", Sdk.MARK, Literals.of(mark.value().text()), of(mark.carrier()));
    if (!mark.lookBack().isZero()) {
      code.add(".lookBack($T.parse($S))", Duration.class, mark.lookBack().toString());
    }
    if (mark.numbersBack() > 0) {
      code.add(".lookBack($LL)", mark.numbersBack());
    }
    if (mark.window() != Mark.USUAL_WINDOW) {
      code.add(".window($L)", mark.window());
    }
    return code.build();
  }

  static CodeBlock texts(List<JsonPath> paths) {
    return literals(paths.stream().map(JsonPath::text).toList());
  }

  static CodeBlock literals(Collection<String> texts) {
    return CodeBlock.join(texts.stream().map(Literals::of).toList(), ", ");
  }
}
