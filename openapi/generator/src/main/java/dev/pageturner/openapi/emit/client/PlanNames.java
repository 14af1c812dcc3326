package dev.pageturner.openapi.emit.client;

/**
 * What belongs to one method, by name.
 *
 * @param method the method itself
 * @param response the one that gives back status and headers, too; not used where nothing has them
 * @param request the one that makes the request, for both flavours
 */
record PlanNames(String method, String response, String request) {}
