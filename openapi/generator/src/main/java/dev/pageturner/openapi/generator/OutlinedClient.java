package dev.pageturner.openapi.generator;

import dev.pageturner.openapi.emit.client.ClientOutline;

/**
 * A client, and what it offers to those who write about it.
 *
 * @param generated its sources
 * @param outline its classes and methods
 */
record OutlinedClient(Generated generated, ClientOutline outline) {}
