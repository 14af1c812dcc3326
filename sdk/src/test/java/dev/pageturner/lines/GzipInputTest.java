package dev.pageturner.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipInputTest {
  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(UTF_8));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    return GzipInput.unwrap(new ByteArrayInputStream(bytes)).readAllBytes();
  }

  private static String text(byte[] bytes) throws IOException {
    return new String(unzip(bytes), UTF_8);
  }

  @Test
  void plainBytesPassAsTheyAre() throws IOException {
    for (String plain : new String[] {"", "x", "plain text", "\u001f"}) {
      assertThat(text(plain.getBytes(UTF_8))).isEqualTo(plain);
    }
  }

  @Test
  void membersAreJoinedEvenIfOneIsEmpty() throws IOException {
    assertThat(text(join(gzip("ab"), gzip(""), gzip("cd")))).isEqualTo("abcd");
  }

  @Test
  void largeDataIsReadOverManyBuffers() throws IOException {
    byte[] plain = new byte[1_000_000];
    new Random(1).nextBytes(plain);
    assertThat(unzip(join(gzip(plain), gzip(plain)))).isEqualTo(join(plain, plain));
  }

  @Test
  void everyCutIsAnErrorButAtTheEndOfAMember() throws IOException {
    byte[] first = gzip("first");
    byte[] both = join(first, gzip("second"));
    for (int length = 2; length < both.length; length++) {
      byte[] cut = Arrays.copyOf(both, length);
      if (length == first.length) {
        assertThat(text(cut)).isEqualTo("first");
      } else {
        assertThatThrownBy(() -> unzip(cut))
            .as("%d bytes", length)
            .isInstanceOf(BadGzip.class)
            .hasMessage("truncated gzip data");
      }
    }
  }

  @Test
  void aWrongChecksumOrLengthIsAnError() throws IOException {
    byte[] zipped = gzip("content");
    for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
      byte[] damaged = zipped.clone();
      damaged[damaged.length - fromEnd] ^= 1;
      assertThatThrownBy(() -> unzip(damaged))
          .isInstanceOf(BadGzip.class)
          .hasMessageStartingWith("gzip data with a wrong ");
    }
  }

  @Test
  void noSingleDamagedByteGivesOtherContent() throws IOException {
    byte[] zipped = gzip("content content content");
    for (int i = 10; i < zipped.length; i++) {
      byte[] damaged = zipped.clone();
      damaged[i] ^= 0x55;
      assertThatThrownBy(() -> unzip(damaged)).isInstanceOf(BadGzip.class);
    }
  }

  @Test
  void zerosAfterTheEndAreTakenForPaddingAndAnythingElseIsAnError() throws IOException {
    assertThat(text(join(gzip("a"), new byte[100_000]))).isEqualTo("a");
    byte[][] garbage = {{'x'}, {0, 0, 'x'}, {0, 0x1f, (byte) 0x8b}, {0x1f, 'x'}};
    for (byte[] after : garbage) {
      byte[] bytes = join(gzip("a"), after);
      assertThatThrownBy(() -> unzip(bytes))
          .isInstanceOf(BadGzip.class)
          .hasMessage("something else after the end of the gzip data");
    }
  }

  @Test
  void allPartsOfAHeaderAreRead() throws IOException {
    byte[] zipped = gzip("named");
    byte[] header = {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 0, 2, 0, 'x', 'y', 'n', 0, 'c', 0};
    CRC32 checksum = new CRC32();
    checksum.update(header);
    byte[] crc = {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)};
    byte[] body = Arrays.copyOfRange(zipped, 10, zipped.length);
    assertThat(text(join(header, crc, body))).isEqualTo("named");
    crc[0] ^= 1;
    assertThatThrownBy(() -> unzip(join(header, crc, body)))
        .hasMessage("a gzip header with a wrong checksum");
  }
}
