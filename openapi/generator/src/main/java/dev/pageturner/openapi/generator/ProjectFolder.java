package dev.pageturner.openapi.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder of a project, in which people work as well.
 *
 * <p>{@value #NOTE} has a line for each file that was written: its SHA-256 and its path. A file
 * that is there with another content, or without a line, belongs to a person and is left alone. So
 * is one that has a line and is gone: somebody took it away.
 */
final class ProjectFolder {
  static final String NOTE = ".pageturner/files.txt";

  private final Path root;
  private final Map<String, String> known = new TreeMap<>();
  private final List<String> written = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();

  private ProjectFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  static ProjectFolder open(Path root) throws IOException {
    ProjectFolder folder = new ProjectFolder(root);
    Path note = folder.root.resolve(NOTE);
    if (Files.isRegularFile(note)) {
      for (String line : Files.readAllLines(note, StandardCharsets.UTF_8)) {
        int gap = line.indexOf(' ');
        if (gap > 0) {
          folder.known.put(line.substring(gap + 1), line.substring(0, gap));
        }
      }
    }
    return folder;
  }

  Path root() {
    return root;
  }

  /** Writes a file, unless it belongs to a person. */
  void write(String path, String text) throws IOException {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String path, byte[] content) throws IOException {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw new IllegalArgumentException("a path that leads out of the project: " + path);
    }
    if (isOurs(path, file) || isSame(file, content)) {
      replace(file, content);
      known.put(path, digest(content));
      written.add(path);
    } else {
      kept.add(path);
    }
  }

  private boolean isOurs(String path, Path file) throws IOException {
    String digest = known.get(path);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return digest == null;
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && digest(Files.readAllBytes(file)).equals(digest);
  }

  private static boolean isSame(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && MessageDigest.isEqual(Files.readAllBytes(file), content);
  }

  /** A file that stays as it is keeps its time. */
  private static void replace(Path file, byte[] content) throws IOException {
    if (!isSame(file, content)) {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    }
  }

  /** {@return what a file of the project holds; empty if it is not there} */
  String text(String path) throws IOException {
    Path file = root.resolve(path);
    return Files.isRegularFile(file) ? Files.readString(file) : "";
  }

  /** Writes down which files are ours. */
  void close() throws IOException {
    StringBuilder note = new StringBuilder();
    known.forEach((path, digest) -> note.append(digest).append(' ').append(path).append('\n'));
    replace(root.resolve(NOTE), note.toString().getBytes(StandardCharsets.UTF_8));
  }

  List<String> written() {
    return written;
  }

  List<String> kept() {
    return kept;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
