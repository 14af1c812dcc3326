package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.faults.FaultList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of faults names tests of this module, which the sdk cannot look for. */
class FailureModesOfPublishersTest {
  static List<String> tests() throws Exception {
    return FaultList.tests(true).toList();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void everyTestThatIsNamedExists(String test) throws Exception {
    assertThat(FaultList.exists(test)).isTrue();
  }
}
