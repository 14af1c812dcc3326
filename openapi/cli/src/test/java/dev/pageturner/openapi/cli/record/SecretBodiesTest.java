package dev.pageturner.openapi.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies as recordings have them; S stands for a secret, V for what has to stay. */
class SecretBodiesTest {
  private static final HttpUrl LIST =
      HttpUrl.get("https://api.example.com/items?api_key=k3y-of-mine");

  private static Secrets secrets() {
    Secrets secrets = new Secrets(List.of("known \"value\""), List.of("pass_code"));
    secrets.learn(LIST, Headers.of("Authorization", "Bearer b3arer-of-mine", "X-Token", "t0ken"));
    return secrets;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      members          | {"password":"S","name":"V"}                                  | {"password":"***","name":"V"}
      spellings        | [{"apiKey":"S"},{"api-key":"S"},{"API_KEY":"S"}]             | [{"apiKey":"***"},{"api-key":"***"},{"API_KEY":"***"}]
      endings          | {"db_password":"S","dbSecret":1234,"userAuthToken":"S"}      | {"db_password":"***","dbSecret":"***","userAuthToken":"***"}
      several          | {"secrets":["S"],"secret":["S",["S"]],"name":["V"]}          | {"secrets":["***"],"secret":["***",["***"]],"name":["V"]}
      an object        | {"auth":{"type":"V","signature":"S"}}                        | {"auth":{"type":"V","signature":"***"}}
      escaped names    | {"pass\\u0077ord":"S"}                                       | {"password":"***"}
      an item's token  | {"items":[{"token":"S","key":"V","sid":"V"}]}                | {"items":[{"token":"***","key":"V","sid":"V"}]}
      cursors          | {"token":"V","next_token":"V","page":{"nextPageToken":"V"}}  | {"token":"V","next_token":"V","page":{"nextPageToken":"V"}}
      a link           | {"next":"https://a/b?api_key=S&page=V&sig=S#x"}              | {"next":"https://a/b?api_key=***&page=V&sig=***#x"}
      a packed link    | {"next":"https:\\/\\/a\\/b?page=V\\u0026access_token=S"}     | {"next":"https://a/b?page=V&access_token=***"}
      a sent query     | {"echo":{"api_key":"k3y-of-mine","q":"k3y-of-mine V"}}       | {"echo":{"api_key":"***","q":"*** V"}}
      a sent header    | {"headers":["Bearer b3arer-of-mine","t0ken"]}                | {"headers":["***","***"]}
      a known value    | {"said":"known \\"value\\""}                                 | {"said":"***"}
      a said name      | {"next":"/x?pass_code=S","passCode":"S"}                     | {"next":"/x?pass_code=***","passCode":"***"}
      a form           | grant_type=V&client_secret=S&scope=V                         | grant_type=V&client_secret=***&scope=V
      cut JSON         | {"items":[{"password":"S","a":"V","secret":"S                | {"items":[{"password":"***","a":"V","secret":"***"
      no JSON          | <a href="/x?sig=S&amp;page=V">V</a>                          | <a href="/x?sig=***&amp;page=V">V</a>
      nothing secret   | { "a" : 1.50,  "b": "\\u0041" }                              | { "a" : 1.50,  "b": "\\u0041" }
      """)
  void whatIsSecretIsMaskedAndNothingElse(String why, String body, String masked) {
    assertThat(secrets().body(body)).isEqualTo(masked);
  }

  @Test
  void eachLineOfJsonLinesAndEventsIsMasked() {
    assertThat(secrets().body("{\"password\":\"S\"}\n{\"a\":\"V\"}\n"))
        .isEqualTo("{\"password\":\"***\"}\n{\"a\":\"V\"}\n");
    assertThat(secrets().body("event: x\ndata: {\"items\":[{\"token\":\"S\"}]}\n\n"))
        .isEqualTo("event: x\ndata:{\"items\":[{\"token\":\"***\"}]}\n\n");
  }

  @Test
  void linksInHeadersAreMaskedToo() {
    assertThat(secrets().header("Link", "<https://a/b?sig=S&page=V>; rel=\"next\""))
        .isEqualTo("<https://a/b?sig=***&page=V>; rel=\"next\"");
  }
}
