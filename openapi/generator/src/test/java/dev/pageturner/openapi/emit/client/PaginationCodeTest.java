package dev.pageturner.openapi.emit.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.Rendering;
import dev.pageturner.openapi.testing.Compilation;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.PageSize;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.testing.AnyPagination;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

class PaginationCodeTest {
  private static final List<Pagination> ALL = List.of(
      Pagination.cursor("$.next", "cursor").items("$.data").pageSize("limit"),
      Pagination.cursor("$['odata.next']['it\\'s \"q\" \\\\ $S']", "page[cursor]")
          .items("$"),
      Pagination.cursor(Source.header("X-Next"), Carrier.header("X-Next")),
      Pagination.cursor(Source.body("$.next"), Carrier.body("$.page.start"))
          .newBuilder()
          .pageSize(new PageSize(Carrier.body("$.page.size"), 0, 0))
          .build(),
      Pagination.nextUrl("$.links.next").items("$.items").totalItems("$.total"),
      Pagination.linkHeader().pageSize("per_page", 100),
      Pagination.offset("offset", "limit").totalItems("$.total"),
      Pagination.offset("start", 1),
      Pagination.pageNumber("page", 0).isLast("$.last").totalPages("$.pages"),
      Pagination.pageNumber("page", 1).hasMore("$.more").itemValues("$.byId"),
      Pagination.afterLastItem("$.id", "starting_after").hasMore("$.has_more").items("$.data"),
      Pagination.cursor(Source.lastItem("$.id"), Carrier.body("$.after"))
          .endRule(EndRule.EMPTY_PAGE),
      new Pagination.Builder()
          .next(new Next.PageNumber(1))
          .carrier(Carrier.body("$.page"))
          .items(new Items.ArrayAt(JsonPath.of("$.rows")))
          .build(),
      new Pagination.Builder()
          .next(new Next.Offset(0))
          .carrier(Carrier.header("X-Offset"))
          .build(),
      new Pagination.Builder().next(new Next.Url(Source.header("X-Next-Url"))).build());

  private static List<Pagination> all() {
    Stream<Pagination> byChance = LongStream.range(0, 150).mapToObj(AnyPagination::of);
    return Stream.concat(ALL.stream(), byChance).toList();
  }

  @Test
  void codeMeansWhatItWasWrittenFor() throws Exception {
    List<Pagination> written = all();
    TypeSpec.Builder type = TypeSpec.classBuilder("All").addModifiers(Modifier.PUBLIC);
    for (int i = 0; i < written.size(); i++) {
      type.addField(FieldSpec.builder(Pagination.class, "P" + i, Modifier.PUBLIC, Modifier.STATIC)
          .initializer("$L", PaginationCode.of(written.get(i)))
          .build());
    }
    Class<?> all =
        Compilation.of(List.of(Rendering.of("com.example", type.build()))).load("com.example.All");

    List<Object> values = IntStream.range(0, written.size())
        .mapToObj(i -> {
          try {
            return all.getField("P" + i).get(null);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        })
        .toList();
    assertThat(values).isEqualTo(written);
  }
}
