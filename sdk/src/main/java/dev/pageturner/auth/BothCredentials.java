package dev.pageturner.auth;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Two proofs with each request. */
record BothCredentials(Credentials first, Credentials second) implements Credentials {
  @Override
  public void authorize(Authorization request) throws IOException {
    first.authorize(request);
    second.authorize(request);
  }

  /** Both are told, whatever the first one says. */
  @Override
  public boolean renew(Authorization refused) throws IOException {
    boolean renewed = first.renew(refused);
    return second.renew(refused) || renewed;
  }

  @Override
  public Set<String> secretParameters() {
    Set<String> names = new HashSet<>(first.secretParameters());
    names.addAll(second.secretParameters());
    return names;
  }
}
