package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Optional;

/**
 * Extensions in which the API's owner says how an operation pages. They are believed before
 * anything that is concluded, and read as far as they go: what one leaves out, the other rules'
 * findings fill. One that names what the operation doesn't have is no evidence.
 */
final class VendorExtensions implements Rule {
  private static final List<Rule> KNOWN = List.of(
      new MicrosoftExtension(),
      new SpeakeasyExtension(),
      new FernExtension(),
      new ParameterExtension(),
      new RuntimeExpressionExtension());

  @Override
  public Optional<Finding> look(Candidate candidate) {
    return KNOWN.stream().flatMap(rule -> rule.look(candidate).stream()).findFirst();
  }

  /** {@return whether an extension says that all comes at once} */
  static boolean saysOnePage(Candidate candidate) {
    return MicrosoftExtension.saysOnePage(candidate.operation());
  }
}
