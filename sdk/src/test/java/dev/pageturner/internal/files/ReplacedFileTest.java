package dev.pageturner.internal.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one way in which files are replaced. */
class ReplacedFileTest {
  @TempDir
  Path folder;

  private static void replace(Path file, String content) throws IOException {
    try (ReplacedFile replaced = ReplacedFile.open(file)) {
      replaced.out().write(content.getBytes(UTF_8));
      replaced.commit();
    }
  }

  /** Tells what is done, and what a reader would see at that moment. */
  private final class WatchedDisk implements Disk {
    private final List<String> steps = new ArrayList<>();
    private final Path file;

    WatchedDisk(Path file) {
      this.file = file;
    }

    private void step(String what) throws IOException {
      steps.add(what + " while " + Files.readString(file));
    }

    @Override
    public void force(FileOutputStream out) throws IOException {
      step("force " + Files.readString(folder.resolve(".file.tmp")));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      step("rename " + folder.relativize(from) + " to " + folder.relativize(to));
      Disk.SYSTEM.rename(from, to);
    }

    @Override
    public void forceNames(Path forced) {
      steps.add("force the names in " + folder.relativize(forced));
    }
  }

  @Test
  void contentIsOnTheDiskBeforeItsNameIs() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    WatchedDisk disk = new WatchedDisk(file);

    ReplacedFile.write(file, "new".getBytes(UTF_8), disk);

    assertThat(disk.steps)
        .containsExactly(
            "force new while old", "rename .file.tmp to file while old", "force the names in ");
    assertThat(file).content().isEqualTo("new");
  }

  @Test
  void aFileThatCannotBeForcedIsNotRenamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Disk full = new Disk() {
      @Override
      public void force(FileOutputStream out) throws IOException {
        throw new IOException("the disk is full");
      }

      @Override
      public void rename(Path from, Path to) {
        throw new AssertionError("renamed");
      }

      @Override
      public void forceNames(Path forced) {
        throw new AssertionError("forced");
      }
    };

    assertThatThrownBy(() -> ReplacedFile.write(file, new byte[1], full))
        .hasMessage("the disk is full");
    assertThat(file).content().isEqualTo("old");
    assertOnly(file);
  }

  private void assertOnly(Path... files) throws IOException {
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactlyInAnyOrder(files);
    }
  }

  @Test
  void theModeOfAFileStays() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    for (String mode : List.of("rw-------", "rw-rw-rw-", "rwxr-x--x")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

      replace(file, "secret");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(mode);
      ReplacedFile.write(file, new byte[1]);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(mode);
    }
  }

  @Test
  void nobodyReadsTheNewContentOfAPrivateFileMeanwhile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    try (ReplacedFile replaced = ReplacedFile.open(file)) {
      replaced.out().write(1);
      Path fresh = folder.resolve(".file.0.part");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
          .isEqualTo("rw-------");
    }
    assertThat(file).content().isEqualTo("old");
    assertOnly(file);
  }

  @Test
  void aFileThatMayNotBeWrittenIsNotReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file), "not as root");

    assertThatThrownBy(() -> replace(file, "new")).isInstanceOf(AccessDeniedException.class);
    assertThat(file).content().isEqualTo("old");
  }

  @Test
  void aLinkStaysAndWhatItLeadsToIsReplaced() throws Exception {
    Path volume = Files.createDirectory(folder.resolve("volume"));
    Path file = Files.writeString(volume.resolve("file"), "old");
    Path middle = Files.createSymbolicLink(folder.resolve("middle"), Path.of("volume/file"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), middle);

    replace(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(file).content().isEqualTo("new");

    ReplacedFile.delete(link);
    assertThat(file).doesNotExist();
    ReplacedFile.write(link, "again".getBytes(UTF_8));
    assertThat(link).isSymbolicLink();
    assertThat(file).content().isEqualTo("again");
    try (var all = Files.list(volume)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void linksInACircleAreAnError() throws Exception {
    Path link = folder.resolve("a");
    Files.createSymbolicLink(link, folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b"), link);

    assertThatThrownBy(() -> replace(link, "x")).isInstanceOf(FileSystemLoopException.class);
  }

  @Test
  void aFileIsThereAtEveryMoment() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    for (int i = 0; i < 100; i++) {
      try (ReplacedFile replaced = ReplacedFile.open(file)) {
        replaced.out().write(("new" + i).getBytes(UTF_8));
        assertThat(file).content().isNotEmpty();
        replaced.commit();
      }
      assertThat(file).content().isEqualTo("new" + i);
    }
    assertOnly(file);
  }

  @Test
  void twoWritersDoNotMixTheirContents() throws Exception {
    Path file = folder.resolve("file");
    try (ReplacedFile one = ReplacedFile.open(file);
        ReplacedFile two = ReplacedFile.open(file)) {
      one.out().write("one".getBytes(UTF_8));
      two.out().write("two, longer".getBytes(UTF_8));
      two.commit();
      one.commit();
    }

    assertThat(file).content().isEqualTo("one");
    assertOnly(file);
  }

  @Test
  void anInterruptKeepsNothingFromBeingWritten() throws Exception {
    Path file = folder.resolve("file");
    Thread.currentThread().interrupt();
    try {
      replace(file, "new");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(file).content().isEqualTo("new");
  }

  @Test
  void whatIsNoPlainFileIsWrittenDirectly() throws Exception {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));

    replace(device, "gone");

    assertThat(Files.isRegularFile(device)).isFalse();
  }
}
