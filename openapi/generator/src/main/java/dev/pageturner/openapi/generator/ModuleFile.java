package dev.pageturner.openapi.generator;

/** The module of a project: its one package, and what that needs. */
final class ModuleFile {
  private ModuleFile() {}

  static String text(String packageName, String title, boolean async) {
    String sdk = async ? "dev.pageturner.sdk.async" : "dev.pageturner.sdk";
    return """
        /** A client of %s. */
        module %s {
          exports %s;

          requires transitive %s;
          requires com.squareup.moshi;
          requires okio;
          requires static org.jspecify;
        }
        """.formatted(
            title.replaceAll("[*/@{}\\\\\\s]+", " ").strip(), packageName, packageName, sdk);
  }
}
