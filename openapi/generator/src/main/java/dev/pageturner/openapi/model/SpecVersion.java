package dev.pageturner.openapi.model;

/** The version of OpenAPI that a document is written in. */
public enum SpecVersion {
  /** Swagger 2.0, which became OpenAPI. */
  SWAGGER_2_0,
  /** OpenAPI 3.0, whose schemas are a dialect of JSON Schema. */
  OPENAPI_3_0,
  /** OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
  OPENAPI_3_1,
  /** OpenAPI 3.2, which knows QUERY and other methods, streams and whole query strings. */
  OPENAPI_3_2;

  /** {@return whether the schemas are JSON Schema 2020-12, rather than a dialect of their own} */
  public boolean hasJsonSchema() {
    return compareTo(OPENAPI_3_1) >= 0;
  }
}
