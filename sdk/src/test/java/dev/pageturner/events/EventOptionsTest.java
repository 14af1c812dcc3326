package dev.pageturner.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventOptionsTest {
  @Test
  void standardIsWhatTheBuilderSaysInWords() {
    EventOptions options = EventOptions.standard();
    assertThat(options.endMarkers()).containsExactly("[DONE]");
    assertThat(options.endRequired()).isFalse();
    assertThat(options.errorTypes()).containsExactly("error");
    assertThat(options.errorMembers()).isTrue();
    assertThat(options.cutIgnored()).isFalse();
    assertThat(options.maxLineBytes()).isEqualTo(16 * 1024 * 1024);
    assertThat(options.maxEventBytes()).isEqualTo(16 * 1024 * 1024);
    assertThat(options.follow()).isFalse();
    assertThat(options.maxReconnects()).isEqualTo(4);
    assertThat(options.minReconnectWait()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.maxReconnectWait()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.resumeFrom()).isEmpty();
    assertThat(options.resumeAt()).isEmpty();
    assertThat(options.maxSilence()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void endThatIsNamedIsRequired() {
    assertThat(builder().endMarkers(Set.of("[DONE]")).build().endRequired()).isTrue();
    assertThat(builder().endTypes(Set.of("message_stop")).build().endRequired()).isTrue();
    assertThat(builder().endMarkers(Set.of()).build().endRequired()).isFalse();
    assertThat(EventOptions.html().endRequired()).isFalse();
  }

  @Test
  void newBuilderLeadsBack() {
    EventOptions options = builder()
        .endMarkers(Set.of("end"))
        .endTypes(Set.of("stop"))
        .errorTypes(Set.of("oops"))
        .errorMembers(false)
        .cutIgnored(true)
        .maxLineBytes(1)
        .maxEventBytes(2)
        .follow(true)
        .maxReconnects(0)
        .reconnectWait(Duration.ZERO, Duration.ofSeconds(3))
        .resumeFrom("$.n", "after")
        .resumeAt("/answers/{$.id}")
        .maxSilence(Duration.ofSeconds(4))
        .onEnd(event -> {})
        .build();
    assertThat(options.newBuilder().build()).usingRecursiveComparison().isEqualTo(options);
  }

  @Test
  void badValuesAreRefusedWhereTheyEnter() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().maxLineBytes(0))
        .withMessage("maxLineBytes < 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().maxEventBytes(-1))
        .withMessage("maxEventBytes < 1: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().maxReconnects(-1))
        .withMessage("maxReconnects < 0: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().reconnectWait(second, Duration.ZERO))
        .withMessage("no bounds of a wait: PT1S to PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().maxSilence(second.negated()))
        .withMessage("maxSilence < 0: PT-1S");
    assertThatIllegalArgumentException().isThrownBy(() -> builder().resumeFrom("$.n", " "));
  }

  private static EventOptions.Builder builder() {
    return new EventOptions.Builder();
  }
}
