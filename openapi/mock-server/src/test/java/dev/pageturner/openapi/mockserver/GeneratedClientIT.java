package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.openapi.generator.Generator;
import dev.pageturner.openapi.sources.SourceFile;
import dev.pageturner.openapi.testing.Compilation;
import dev.pageturner.openapi.testing.PublishedSpecs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A document becomes a client, the client is compiled together with code as its users write it, and
 * that code talks to a server which serves the same document.
 */
class GeneratedClientIT {
  private static String told(Path document, String story, MockApi api) throws Exception {
    List<SourceFile> files = new ArrayList<>(
        Generator.of("com.example").async(true).generate(document).files());
    files.add(new SourceFile("com/example/Story.java", story));
    Compilation compiled = Compilation.of(files);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.warnings()).isEmpty();
    return (String) compiled
        .load("com.example.Story")
        .getMethod("tell", String.class)
        .invoke(null, api.baseUrl());
  }

  @Test
  void theShopIsWalkedChangedAndListenedTo() throws Exception {
    MockOptions options = MockOptions.newBuilder().items(45).pageSize(20).build();
    try (MockApi api = MockApi.start(Shop.SPEC, options)) {
      assertThat(told(Shop.SPEC, SHOP, api)).isEqualTo("""
          users 45, audit 45, products 45, reviews 45, customers 45, orders 45, found 45
          payments 45, invoices 45, events 45, exports 45, webhooks 45
          pages of 10: [10, 10, 10, 10, 5]
          12 users: 12
          one page: 10 of 45, on by c: true, 200, async 10 of 45, reported 201
          async 45, on from the middle: 15
          Ada is a clerk, then Countess
          bulk 2, chat true, pdf true, avatar true
          """);
      assertThat(api.requests("GET /audit-log")).hasSize(3);
      assertThat(api.requests("POST /users").get(0).header("Idempotency-Key")).contains("k1");
      assertThat(api.requests("POST /users").get(0).header("X-Trace")).isEmpty();
      assertThat(api.requests("POST /webhooks").get(0).header("X-Trace")).contains("t1");
      assertThat(api.requests("GET /users").stream()
              .filter(request -> request.header("X-Trace").isPresent()))
          .hasSize(2);
    }
  }

  @Test
  void aPublishedDocumentIsWalkedToo() throws Exception {
    assumeTrue(PublishedSpecs.folder().isPresent(), PublishedSpecs.MISSING);
    Path document = PublishedSpecs.folder().orElseThrow().resolve("unitycatalog.yaml");
    MockOptions options = MockOptions.newBuilder().items(25).pageSize(10).build();
    try (MockApi api = MockApi.start(document, options)) {
      assertThat(told(document, UNITY_CATALOG, api))
          .isEqualTo("catalogs 25, schemas 25, tables 25, functions 25, async 25, same true");
    }
  }

  private static final String SHOP = """
      package com.example;

      import dev.pageturner.ApiResponse;
      import dev.pageturner.content.Download;
      import dev.pageturner.content.Upload;
      import dev.pageturner.page.Page;
      import dev.pageturner.page.PagedIterator;
      import dev.pageturner.position.Checkpoint;
      import java.time.Duration;
      import java.util.ArrayList;
      import java.util.List;

      public final class Story {
        private Story() {}

        public static String tell(String baseUrl) {
          try (LanternShopClient shop = LanternShopClient.newBuilder()
              .baseUrl(baseUrl)
              .bearer(() -> "t0ken")
              .build()) {
            return lists(shop) + pages(shop) + onePage(shop) + async(shop) + changes(shop) + rest(shop);
          }
        }

        private static String lists(LanternShopClient shop) {
          SalesApi sales = shop.sales();
          EventsApi events = shop.events();
          SearchOrdersBody search =
              new SearchOrdersBody(new SearchOrdersBody.Query.Builder().build(), null);
          return "users " + shop.users().list().toList().size()
              + ", audit " + shop.users().listAuditEntries().toList().size()
              + ", products " + shop.catalogue().listProducts().toList().size()
              + ", reviews " + shop.catalogue().listReviews("1").toList().size()
              + ", customers " + sales.listCustomers().toList().size()
              + ", orders " + sales.listOrders().toList().size()
              + ", found " + sales.searchOrders(search).toList().size()
              + "\\npayments " + sales.listPayments().toList().size()
              + ", invoices " + sales.listInvoices().toList().size()
              + ", events " + events.list().toList().size()
              + ", exports " + events.listExports().toList().size()
              + ", webhooks " + events.listWebhooks().toList().size() + "\\n";
        }

        private static String pages(LanternShopClient shop) {
          List<Integer> sizes = new ArrayList<>();
          for (Page<User> page : shop.users().list().pageSize(10).pages()) {
            sizes.add(page.items().size());
          }
          return "pages of 10: " + sizes
              + "\\n12 users: " + shop.users().list().limit(12).toList().size() + "\\n";
        }

        private static String onePage(LanternShopClient shop) {
          ApiResponse<ListUsersPage> answer = shop.users()
              .with(request -> request.header("X-Trace", "t1").timeout(Duration.ofMinutes(1)))
              .listPageResponse(options -> options.limit(10));
          ListUsersPage page = answer.body().orElseThrow();
          ListUsersPage next = shop.users()
              .listPage(options -> options.active(true).cursor(page.meta().nextCursor()));
          ListUsersPage async = AsyncLanternShopClient.of(shop).users()
              .with(request -> request.header("X-Trace", "t2"))
              .listPage(options -> options.limit(10))
              .join();
          CreateWebhookBody hook = new CreateWebhookBody.Builder()
              .url("https://hooks.example.com").build();
          int created = shop.events()
              .with(request -> request.header("X-Trace", "t1"))
              .createWebhookResponse(hook)
              .status();
          return "one page: " + page.data().size() + " of " + page.meta().total()
              + ", on by c: " + !next.data().get(0).equals(page.data().get(0))
              + ", " + answer.status()
              + ", async " + async.data().size() + " of " + async.meta().total()
              + ", reported " + created + "\\n";
        }

        private static String async(LanternShopClient shop) {
          AsyncLanternShopClient async = AsyncLanternShopClient.of(shop);
          Checkpoint middle;
          try (PagedIterator<User> users = shop.users().list().iterator()) {
            for (int i = 0; i < 30; i++) {
              users.next();
            }
            middle = users.checkpoint();
          }
          return "async " + async.users().list().toList().join().size()
              + ", on from the middle: " + shop.users().list().startFrom(middle).toList().size()
              + "\\n";
        }

        private static String changes(LanternShopClient shop) {
          NewUser ada = new NewUser.Builder()
              .email("ada@example.com")
              .name("Ada")
              .role(Role.CLERK)
              .build();
          User made = shop.users().createUser(ada, options -> options.idempotencyKey("k1"));
          User changed = AsyncLanternShopClient.of(shop)
              .users()
              .update(made.id(), new UserChanges.Builder().name("Countess").build())
              .join();
          shop.users().delete(made.id());
          return made.name() + " is a " + made.role() + ", then " + changed.name() + "\\n";
        }

        private static String rest(LanternShopClient shop) {
          NewUser bob = new NewUser.Builder().email("bob@example.com").name("Bob").build();
          CreateUsersResult bulk = shop.users().createUsers(new CreateUsersBody(List.of(bob, bob)));
          boolean tokens = shop.chat()
              .chat(new ChatBody.Builder().prompt("Hello").build())
              .stream()
              .anyMatch(event -> event.token() != null);
          User first = shop.users().list().first().orElseThrow();
          shop.users().setAvatar(first.id(), Upload.of(new byte[] {1, 2, 3}).named("me.png"));
          boolean picture;
          try (Download avatar = shop.users().getAvatar(first.id())) {
            picture = avatar.status() == 200;
          }
          Invoice invoice = shop.sales().listInvoices().first().orElseThrow();
          try (Download pdf = shop.sales().downloadInvoice(String.valueOf(invoice.id()))) {
            return "bulk " + bulk.results().size() + ", chat " + tokens
                + ", pdf " + (pdf.status() == 200) + ", avatar " + picture + "\\n";
          }
        }
      }
      """;

  private static final String UNITY_CATALOG = """
      package com.example;

      public final class Story {
        private Story() {}

        public static String tell(String baseUrl) {
          try (UnityCatalogClient unity =
              UnityCatalogClient.newBuilder().baseUrl(baseUrl).build()) {
            CatalogInfo first = unity.catalogs().list().pageSize(7)
                .first()
                .orElseThrow();
            return "catalogs " + unity.catalogs().list().toList().size()
                + ", schemas " + unity.schemas().list("main").toList().size()
                + ", tables " + unity.tables().list("main", "default").toList().size()
                + ", functions " + unity.functions().list("main", "default").toList().size()
                + ", async " + AsyncUnityCatalogClient.of(unity).catalogs().list()
                    .toList().join().size()
                + ", same " + first.equals(unity.catalogs().list().first().orElseThrow());
          }
        }
      }
      """;
}
