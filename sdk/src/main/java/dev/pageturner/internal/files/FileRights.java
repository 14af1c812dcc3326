package dev.pageturner.internal.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Owner, group and mode, which a new file takes over from the one whose place it takes. */
final class FileRights {
  private final @Nullable PosixFileAttributes posix;

  private FileRights(@Nullable PosixFileAttributes posix) {
    this.posix = posix;
  }

  /** {@return those of a file, none if it is not there or the platform has none} */
  static FileRights of(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return new FileRights(view == null || Files.notExists(file) ? null : view.readAttributes());
  }

  /**
   * Creates a file with these rights, or with those of any new file.
   *
   * @throws FileAlreadyExistsException if there is one
   */
  void create(Path file) throws IOException {
    if (posix == null) {
      // Not Files.createTempFile: its files are for their owner only.
      Files.createFile(file);
      return;
    }
    // From the beginning, so that nobody reads what the old file kept from them.
    Files.createFile(file, PosixFilePermissions.asFileAttribute(posix.permissions()));
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    give(view, posix.owner(), posix.group());
    view.setPermissions(posix.permissions());
  }

  // Only some users may give files away; who may not keeps the file as its own.
  private static void give(PosixFileAttributeView view, UserPrincipal owner, GroupPrincipal group)
      throws IOException {
    PosixFileAttributes fresh = view.readAttributes();
    try {
      if (!fresh.group().equals(group)) {
        view.setGroup(group);
      }
      if (!fresh.owner().equals(owner)) {
        view.setOwner(owner);
      }
    } catch (IOException notAllowed) {
      return;
    }
  }
}
