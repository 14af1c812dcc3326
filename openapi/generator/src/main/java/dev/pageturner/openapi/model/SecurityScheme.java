package dev.pageturner.openapi.model;

import java.util.Optional;

/**
 * A way to authenticate.
 *
 * @param type {@code http}, {@code apiKey}, {@code oauth2}, {@code openIdConnect} or
 *     {@code mutualTLS}
 * @param scheme of {@code http}: {@code basic}, {@code bearer} or another, in lower case
 * @param name of {@code apiKey}: the name of the header, query parameter or cookie
 * @param in of {@code apiKey}: {@code header}, {@code query} or {@code cookie}
 * @param description prose, in CommonMark
 * @param node the scheme as written, for flows and extensions
 */
public record SecurityScheme(
    String type,
    Optional<String> scheme,
    Optional<String> name,
    Optional<String> in,
    Optional<String> description,
    ObjectNode node) {}
