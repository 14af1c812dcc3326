package dev.pageturner.openapi.model;

import java.util.List;
import java.util.Map;

/**
 * Schemes that are needed together; an empty one allows to go without.
 *
 * @param scopes the scopes of each scheme by its name
 */
public record SecurityRequirement(Map<String, List<String>> scopes) {}
