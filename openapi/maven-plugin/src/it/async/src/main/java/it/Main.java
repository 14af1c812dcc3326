package it;

import it.pets.AsyncPetsClient;
import it.pets.Pet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

final class Main {
  private Main() {}

  static CompletableFuture<List<Pet>> pets(AsyncPetsClient client) {
    return client.pets().list().toList();
  }
}
