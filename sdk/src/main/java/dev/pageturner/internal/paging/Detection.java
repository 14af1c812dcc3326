package dev.pageturner.internal.paging;

import dev.pageturner.pagination.Pagination;
import java.util.Optional;

/**
 * What was decided of an unknown endpoint.
 *
 * @param pagination how it pages
 * @param reason why, in words
 * @param warning what a person should look at
 */
record Detection(Pagination pagination, String reason, Optional<String> warning) {}
