package dev.pageturner.openapi.mockserver.internal.rate;

import java.util.Map;

/**
 * What a limit says to one request.
 *
 * @param allowed whether it is answered
 * @param headers what the client is told
 */
public record Verdict(boolean allowed, Map<String, String> headers) {}
