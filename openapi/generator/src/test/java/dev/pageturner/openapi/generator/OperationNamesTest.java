package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.sources.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that a person would give. */
class OperationNamesTest {
  private static final String LIST =
      "{'200': {description: ok, content: {application/json: {schema:"
          + " {type: array, items: {type: string}}}}}}";
  private static final String NOTHING = "{'204': {description: ok}}";

  @TempDir
  Path folder;

  private OutlinedClient generate(String paths) {
    return Generator.of("com.example")
        .outlined(Documents.write(
            folder, "shop.yaml", "openapi: 3.0.0\ninfo: {title: Shop}\npaths:\n" + paths));
  }

  private static List<String> names(OutlinedClient client) {
    return client.outline().methods().stream()
        .map(method -> method.accessor() + "." + method.name())
        .toList();
  }

  @Test
  void anIdThatRepeatsMethodAndPathSaysNothing() {
    OutlinedClient client = generate("""
          /v1/customers:
            get: {operationId: GetCustomers, responses: %1$s}
            post:
              operationId: PostCustomers
              requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
              responses: %2$s
          /v1/customers/{customer}:
            get: {operationId: GetCustomersCustomer, responses: %2$s}
            post: {operationId: PostCustomersCustomer, responses: %2$s}
            delete: {operationId: DeleteCustomersCustomer, responses: %2$s}
          /v1/customers/{customer}/balance_transactions:
            get: {operationId: GetCustomersCustomerBalanceTransactions, responses: %1$s}
            post: {operationId: PostCustomersCustomerBalanceTransactions, responses: %2$s}
          /v1/customers/{customer}/sources/{id}/verify:
            post: {operationId: PostCustomersCustomerSourcesIdVerify, responses: %2$s}
        """.formatted(LIST, NOTHING));

    assertThat(names(client))
        .containsExactly(
            "customers.list",
            "customers.create",
            "customers.retrieve",
            "customers.update",
            "customers.delete",
            "customers.listBalanceTransactions",
            "customers.createBalanceTransaction",
            "customers.verifySource");
    assertThat(client.generated().files())
        .extracting(SourceFile::path)
        .contains("com/example/CreateCustomerBody.java");
  }

  @Test
  void anOperationWithoutIdIsCalledAfterWhatItDoes() {
    assertThat(names(generate("""
          /users:
            get: {responses: %1$s}
          /users/{id}:
            put: {responses: %2$s}
        """.formatted(LIST, NOTHING))))
        .containsExactly("users.list", "users.update");
  }

  @Test
  void whatAFrameworkPutsBehindANameIsNoPartOfIt() {
    assertThat(names(generate("""
          /users/{user_id}:
            get: {operationId: read_user_users__user_id__get, tags: [users], responses: %s}
        """.formatted(NOTHING)))).containsExactly("users.read");
  }

  @Test
  void anIdThatAPersonWroteKeepsItsWords() {
    assertThat(names(generate("""
          /pets:
            get: {operationId: getPets, tags: [pets], responses: %1$s}
          /pets/{id}:
            get: {operationId: findPetById, tags: [pets], responses: %2$s}
          /pets/{id}/tags:
            post: {operationId: createPetTag, tags: [pets], responses: %2$s}
          /pets/adopt:
            post: {operationId: adopt, tags: [pets], x-speakeasy-name-override: take, responses: %2$s}
        """.formatted(LIST, NOTHING))))
        .containsExactly("pets.get", "pets.findById", "pets.createTag", "pets.take");
  }

  @Test
  void anIdThatBeginsWithItsMethodIsSpoken() {
    assertThat(names(generate("""
          /v1/cards:
            get: {operationId: getCards, tags: [Card], responses: %1$s}
            post: {operationId: postCards, tags: [Card], responses: %2$s}
          /v1/cards/{card_token}:
            get: {operationId: getCardByToken, tags: [Card], responses: %2$s}
            put: {operationId: putCard, tags: [Card], responses: %2$s}
            patch: {operationId: patchCardByToken, tags: [Card], responses: %2$s}
          /v1/cards/{card_token}/convert_physical:
            post: {operationId: postCardConvertPhysical, tags: [Card], responses: %2$s}
          /v1/cards/{card_token}/spend_limits:
            get: {operationId: getCardSpendLimits, tags: [Card], responses: %2$s}
          /v1/card_programs:
            get: {operationId: getCardPrograms, tags: [Card], responses: %2$s}
          /v1/card_programs/{program_token}:
            get: {operationId: getCardProgram, tags: [Card], responses: %2$s}
          /v1/three_ds/simulate:
            post: {operationId: postSimulateAuthentication, tags: [3DS (TDS)], responses: %2$s}
        """.formatted(LIST, NOTHING))))
        .containsExactly(
            "card.list",
            "card.create",
            "card.retrieve",
            "card.replace",
            "card.update",
            "card.convertPhysical",
            "card.retrieveSpendLimits",
            "card.listPrograms",
            "card.retrieveProgram",
            "threeDs.simulateAuthentication");
  }

  @Test
  void oneMessageThatIsPostedSpeaksNotForTheDocument() {
    String more =
        "  /chats/%1$d:\n    post: {operationId: startChat%1$d, responses: {'204': {description: ok}}}\n";
    String chats = IntStream.range(0, 9).mapToObj(more::formatted).collect(Collectors.joining());

    assertThat(names(generate("""
          /messages:
            post: {operationId: postMessage, tags: [chat], responses: %1$s}
            get: {operationId: getMessages, tags: [chat], responses: %1$s}
        """.formatted(NOTHING) + chats)))
        .contains("chat.postMessage", "chat.getMessages");
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(textBlock = """
      POST, /v1/tax/transactions/create_reversal,      createTransactionReversal
      POST, /v1/tax/readers/{r}/set_reader_display,    setReaderDisplay
      POST, /v1/tax/links/{l}/login_links,             createLinkLoginLink
      POST, /v1/tax/report_runs,                       createReportRun
      POST, /v1/tax/accounts/{a}/disconnect,           disconnectAccount
      POST, /v1/simulate/tax/payments,                 simulatePayment
      GET,  /v1/tax/accounts/{a}/report,               retrieveAccountReport
      GET,  /v1/tax/search,                            search
      GET,  /v1/tax/accounts/{a}/limits,               retrieveAccountLimits
      """)
  void aPathSaysWhatIsDone(String method, String path, String name) {
    assertThat(names(generate("  " + path + ":\n    " + method.toLowerCase(Locale.ROOT)
            + ": {tags: [tax], responses: " + NOTHING + "}\n")))
        .containsExactly("tax." + name);
  }

  @Test
  void noWordIsSaidTwice() {
    Path document = Documents.write(folder, "x.json.gz.yaml", """
        openapi: 3.0.0
        info: {title: Key Vault Client}
        paths:
          /a:
            get:
              tags: [Keys Api]
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/key_key_bundle'}}}}}
        components:
          schemas:
            key_key_bundle: {type: object, properties: {a: {type: string}}}
        """);

    assertThat(Generator.of("com.example").generate(document).files())
        .extracting(SourceFile::path)
        .containsExactly(
            "com/example/KeyBundle.java",
            "com/example/KeyVaultClient.java",
            "com/example/KeyVaultJson.java",
            "com/example/KeysApi.java");
  }
}
