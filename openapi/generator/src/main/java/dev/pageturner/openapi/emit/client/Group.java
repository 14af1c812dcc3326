package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.detect.Detection;
import java.util.List;
import java.util.Optional;

/**
 * Operations that share a class.
 *
 * @param name what the document calls them
 * @param description prose, in CommonMark
 * @param operations the operations, in the document's order
 */
record Group(String name, Optional<String> description, List<Detection> operations) {}
