package dev.pageturner.openapi.emit.client;

/**
 * What an operation is called.
 *
 * @param method its method, in the class of its group
 * @param type begins the names of classes that only it needs
 */
record OperationName(String method, String type) {}
