package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} {1}, {2}")
  @CsvSource(delimiter = '|', textBlock = """
      get    | /things             |                                                 | reads
      query  | /things             |                                                 | reads
      get    | /things/delete      |                                                 | reads writes
      put    | /search             |                                                 | -
      post   | /things             |                                                 | -
      post   | /things             | operationId: searchThings                       | reads
      post   | /things             | operationId: createThings                       | writes
      post   | /things             | operationId: searchOrCreateThings               | reads
      post   | /things             | operationId: createOrSearchThings               | writes
      post   | /things/search      |                                                 | reads
      post   | /things/{search}    |                                                 | -
      post   | /things/search/{id} |                                                 | reads
      post   | /search/things/create |                                               | writes
      post   | /create/things/search |                                               | reads
      post   | /things/search      | operationId: createThings                       | writes
      post   | /things/create      | operationId: things                             | writes
      post   | /lists              |                                                 | -
      post   | /things             | summary: Searches for things                    | reads
      post   | /things             | summary: Creates a thing                        | writes
      post   | /things             | summary: Now all of you can search              | -
      post   | /things             | summary: Now all may search                     | reads
      post   | /things             | summary: (Now all may search)                   | reads
      post   | /things             | description: Lists all things                   | reads
      post   | /things             | 'summary: Things, description: Lists all things' | reads
      post   | /things             | 'summary: Create one, description: Lists all things' | writes
      """)
  void theFirstVerbDecides(String method, String path, String members, String does) {
    Operation operation = Documents.yaml(
            folder, """
        openapi: 3.2.0
        info: {title: T, version: '1'}
        paths: {'%s': {%s: {responses: {}%s}}}
        """.formatted(path, method, members == null ? "" : ", " + members))
        .operations()
        .get(0);
    String both =
        (Intent.reads(operation) ? "reads " : "") + (Intent.writes(operation) ? "writes" : "");

    assertThat(both.isEmpty() ? "-" : both.strip()).isEqualTo(does);
  }
}
