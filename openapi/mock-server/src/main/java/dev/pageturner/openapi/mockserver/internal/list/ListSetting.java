package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.mockserver.internal.trait.TraitName;
import dev.pageturner.openapi.mockserver.internal.trait.Traits;

/**
 * How a list is served by one server.
 *
 * @param options the options of the server
 * @param samples what makes values, and the lock for whoever reads schemas
 * @param traits the traits of the list
 * @param series the name of the things that are listed
 */
record ListSetting(MockOptions options, Samples samples, Traits traits, String series) {
  boolean has(TraitName name) {
    return traits.has(name);
  }

  long number(TraitName name, long without) {
    return traits.number(name).orElse(without);
  }
}
