package dev.pageturner.samples.spring;

import dev.pageturner.samples.shop.client.User;

/**
 * What the service tells of a user.
 *
 * @param id what the shop knows the user by
 * @param name the full name
 */
public record Colleague(String id, String name) {
  static Colleague of(User user) {
    return new Colleague(user.id(), user.name());
  }
}
