package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.testing.TestedApi;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TlsFaultsTest extends ServerCase {
  private static HeldCertificate.Builder certificate(String host) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(host);
  }

  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).build();

  private TestedApi serving(HeldCertificate.Builder certificate, boolean trusted) {
    HeldCertificate held = certificate.signedBy(authority).build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(held).build().sslSocketFactory());
    HandshakeCertificates.Builder trust = new HandshakeCertificates.Builder();
    if (trusted) {
      trust.addTrustedCertificate(authority.certificate());
    } else {
      trust.addPlatformTrustedCertificates();
    }
    HandshakeCertificates ours = trust.build();
    OkHttpClient own = new OkHttpClient.Builder()
        .sslSocketFactory(ours.sslSocketFactory(), ours.trustManager())
        .build();
    return tested(builder().okHttpClient(own).build());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"expired, NotAfter", "wrong name, not verified", "unknown authority, path"})
  void certificateThatIsNotToBeTrustedIsNotRetriedAndSaysWhy(String fault, String reason) {
    long year = TimeUnit.DAYS.toMillis(365);
    long now = System.currentTimeMillis();
    TestedApi api = switch (fault) {
      case "expired" ->
        serving(certificate("localhost").validityInterval(now - 2 * year, now - year), true);
      case "wrong name" -> serving(certificate("elsewhere.test"), true);
      default -> serving(certificate("localhost"), false);
    };

    PageturnerException failure = failure(() -> api.get("/x", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.TLS);
    assertThat(failure).hasMessageContaining(reason);
    assertThat(failure.request().orElseThrow().attempts()).isEqualTo(1);
    assertThat(waits).isEmpty();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void serverThatHangsUpInTheHandshakeIsAProblemOfTls() throws Exception {
    try (var old = new java.net.ServerSocket(0)) {
      Thread thread = new Thread(() -> {
        while (true) {
          try (var socket = old.accept()) {
            socket.getInputStream().read(new byte[16_384]);
            socket.shutdownOutput();
          } catch (java.io.IOException e) {
            return;
          }
        }
      });
      thread.setDaemon(true);
      thread.start();

      PageturnerException failure =
          failure(() -> client("https://localhost:" + old.getLocalPort()).get("/x", RawJson.class));

      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure).hasMessageContaining("TLS");
      // A gateway that restarts does the same.
      assertThat(waits).isNotEmpty();
    }
  }

  @Test
  void oldProtocolIsNotSpoken() throws Exception {
    // A ServerHello of TLS 1.0.
    byte[] hello = new byte[5 + 42];
    byte[] start = {22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
    System.arraycopy(start, 0, hello, 0, start.length);
    hello[44] = (byte) 0xc0;
    hello[45] = 0x13;
    try (var old = new java.net.ServerSocket(0)) {
      Thread thread = new Thread(() -> {
        try (var socket = old.accept()) {
          socket.getInputStream().read(new byte[16_384]);
          socket.getOutputStream().write(hello);
          socket.getOutputStream().flush();
          while (socket.getInputStream().read() >= 0) {}
        } catch (java.io.IOException e) {
          // The client hung up.
        }
      });
      thread.setDaemon(true);
      thread.start();

      PageturnerException failure =
          failure(() -> client("https://localhost:" + old.getLocalPort()).get("/x", RawJson.class));

      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure).hasMessageContaining("TLS");
      assertThat(failure.request().orElseThrow().attempts()).isEqualTo(1);
    }
  }
}
