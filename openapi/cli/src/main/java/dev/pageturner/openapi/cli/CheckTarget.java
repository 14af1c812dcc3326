package dev.pageturner.openapi.cli;

import dev.pageturner.ApiRequest;
import dev.pageturner.pagination.Pagination;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One list to check.
 *
 * @param name what it is called
 * @param baseUrl where its API is
 * @param path where it is below that
 * @param parts adds what else its request needs
 * @param pagination how it pages
 * @param filter a parameter and a value that make another list
 * @param insert adds an item to it, where it is a mock server's
 */
record CheckTarget(
    String name,
    String baseUrl,
    String path,
    UnaryOperator<ApiRequest> parts,
    Pagination pagination,
    Optional<Map.Entry<String, String>> filter,
    @Nullable Runnable insert) {}
