import dev.pageturner.openapi.generator.Generator;
import java.nio.file.Path;

/** Makes the client of a document: run by the build. */
final class GenerateClient {
  private GenerateClient() {}

  public static void main(String[] args) {
    Generator.of("dev.pageturner.samples.shop.client")
        .named("Shop")
        .async(true)
        .generate(Path.of(args[0]))
        .writeTo(Path.of(args[1]));
  }
}
