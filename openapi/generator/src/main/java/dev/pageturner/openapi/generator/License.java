package dev.pageturner.openapi.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A licence that a project can be under. */
public enum License {
  /** The Apache License 2.0. */
  APACHE_2_0("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0.txt"),
  /** The MIT License. */
  MIT("MIT", "https://opensource.org/license/mit"),
  /** None: all rights are reserved. */
  PROPRIETARY("proprietary", "");

  private final String id;
  private final String url;

  License(String id, String url) {
    this.id = id;
    this.url = url;
  }

  /**
   * {@return a licence by its SPDX identifier, or {@code proprietary}}
   *
   * @throws IllegalArgumentException if there is none; it says which there are
   */
  public static License of(String id) {
    return Arrays.stream(values())
        .filter(one -> one.id.toLowerCase(Locale.ROOT).equals(id.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a licence: " + id + "; there are "
            + Arrays.stream(values()).map(one -> one.id).collect(Collectors.joining(", "))));
  }

  /** {@return the SPDX identifier, or {@code proprietary}} */
  public String id() {
    return id;
  }

  String url() {
    return url;
  }

  /**
   * {@return the text of the licence}
   *
   * @param holder who has the rights
   */
  String text(String holder) {
    return switch (this) {
      case APACHE_2_0 -> resource("Apache-2.0.txt");
      case MIT -> resource("MIT.txt").replace("HOLDER", holder);
      case PROPRIETARY -> "Copyright " + holder + ". All rights reserved.\n";
    };
  }

  private static String resource(String name) {
    try (InputStream in = License.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
