package dev.pageturner.faults;

final class SecretsTest {
  static String everythingOf(Throwable failure) {
    StringBuilder all = new StringBuilder(failure.toString());
    if (failure.getCause() != null) {
      all.append('\n').append(everythingOf(failure.getCause()));
    }
    for (Throwable each : failure.getSuppressed()) {
      all.append('\n').append(everythingOf(each));
    }
    return all.toString();
  }
}
