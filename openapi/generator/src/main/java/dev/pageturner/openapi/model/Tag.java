package dev.pageturner.openapi.model;

import java.util.Optional;

/**
 * A group of operations.
 *
 * @param name its name
 * @param description prose, in CommonMark
 */
public record Tag(String name, Optional<String> description) {}
