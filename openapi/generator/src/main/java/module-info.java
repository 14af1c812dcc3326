/**
 * From an OpenAPI document to a Java client whose lists page by themselves.
 *
 * <p>{@link dev.pageturner.openapi.generator.Generator} is where to begin. How a document is read
 * and how Java is written is closed.
 */
module dev.pageturner.openapi.generator {
  exports dev.pageturner.openapi.detect;
  exports dev.pageturner.openapi.generator;
  exports dev.pageturner.openapi.model;
  exports dev.pageturner.openapi.sources;

  requires transitive dev.pageturner.sdk;
  requires com.palantir.javapoet;
  requires org.snakeyaml.engine.v2;
  requires java.compiler;
  requires java.xml;
  requires okio;
  requires static transitive org.jspecify;
}
