package com.acme.api;

import java.util.ArrayList;
import java.util.List;

public final class Story {
  private Story() {}

  public static List<String> tell(String baseUrl) {
    List<String> said = new ArrayList<>();
    try (AcmeClient acme = AcmeClient.newBuilder().baseUrl(baseUrl).build()) {
      for (Account account : acme.accounts().list()) {
        said.add(account.name());
      }
      acme.accountsTransfers().list("a1").forEach(transfer -> said.add(transfer.id()));
      said.add(acme.accounts().retrieve("a1").name());
      said.add("up: " + acme.root().status().up());
    }
    return said;
  }
}
