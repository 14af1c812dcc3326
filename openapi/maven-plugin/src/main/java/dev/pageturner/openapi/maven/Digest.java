package dev.pageturner.openapi.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a file holds, in short: its SHA-256. */
final class Digest {
  /** Stands for a file that is not there. */
  static final String MISSING = "missing";

  private Digest() {}

  static String of(Path file) throws IOException {
    return Files.isRegularFile(file) ? of(Files.readAllBytes(file)) : MISSING;
  }

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
