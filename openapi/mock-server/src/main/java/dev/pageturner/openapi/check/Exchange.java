package dev.pageturner.openapi.check;

import okhttp3.Headers;
import okhttp3.Request;

/**
 * One request as it went out, and the head of its response.
 *
 * @param request the request, without the headers of its connection
 * @param status the status of the response
 * @param headers the headers of the response, as they came over the network
 */
record Exchange(Request request, int status, Headers headers) {}
