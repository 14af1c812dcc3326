package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureModesCoverageTest {
  private static final int OPEN = 3;

  static List<String> tests() throws Exception {
    return FaultList.tests(false).toList();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void everyTestThatIsNamedExists(String test) throws Exception {
    assertThat(FaultList.exists(test)).isTrue();
  }

  @Test
  void noMoreThanTheKnownModesAreOpen() throws Exception {
    List<FaultList.Mode> modes = FaultList.modes();
    long open = modes.stream().filter(mode -> mode.tests().isEmpty()).count();

    System.out.println(
        (modes.size() - open) + " of " + modes.size() + " ways to fail are injected");
    assertThat(open).isLessThanOrEqualTo(OPEN);
  }
}
