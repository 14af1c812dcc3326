package dev.pageturner.samples.shop;

import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** The API of openapi/specs/shop.yaml, on this machine, with as many items as a sample wants. */
public final class Shop {
  private Shop() {}

  /** {@return the API, which listens on any free port until it is closed} */
  public static MockApi open(MockOptions.Builder options) {
    return MockApi.start(document(), options.build());
  }

  private static Path document() {
    URL document = Objects.requireNonNull(Shop.class.getResource("/shop.yaml"), "shop.yaml");
    try {
      return Path.of(document.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a file: " + document, e);
    }
  }
}
