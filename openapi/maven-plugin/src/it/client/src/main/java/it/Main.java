package it;

import it.pets.Pet;
import it.pets.PetsClient;

final class Main {
  private Main() {}

  static long sum(PetsClient client) {
    long sum = 0;
    for (Pet pet : client.pets().list()) {
      sum += pet.id();
    }
    return sum;
  }
}
