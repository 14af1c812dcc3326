package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureModesCoverageTest {
  static List<String> tests() throws Exception {
    return FaultList.tests(false).toList();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void everyTestThatIsNamedExists(String test) throws Exception {
    assertThat(FaultList.exists(test)).isTrue();
  }

  @Test
  void everyWayToFailIsInjected() throws Exception {
    assertThat(FaultList.modes())
        .hasSizeGreaterThan(100)
        .allSatisfy(mode -> assertThat(mode.tests()).as(mode.name()).isNotEmpty());
  }
}
