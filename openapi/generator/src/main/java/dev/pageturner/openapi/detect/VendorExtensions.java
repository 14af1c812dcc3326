package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Extensions in which the API's owner says how an operation pages. They are believed before
 * anything that is concluded, and read as far as they go: what one leaves out, the other rules'
 * findings fill. What one says and nobody understands is told, and counts as not said.
 */
final class VendorExtensions implements Rule {
  private final List<Extension> known;

  VendorExtensions(ObjectNode root) {
    known = List.of(
        new MicrosoftExtension(),
        new MicrosoftListExtension(),
        new SpeakeasyExtension(),
        new FernExtension(root),
        new StainlessExtension(),
        new DropshotExtension(),
        new ApertureExtension(),
        new ParameterExtension(),
        new RuntimeExpressionExtension());
  }

  /** {@return a finding to which an extension of that name leads} */
  static Finding finding(PageStyle style, Candidate candidate, String extension) {
    return new Finding(style, candidate, Sign.EXTENSION).because(extension + " says so");
  }

  @Override
  public Optional<Finding> look(Candidate candidate) {
    return first(candidate)
        .filter(Stated.Pages.class::isInstance)
        .map(stated -> ((Stated.Pages) stated).finding());
  }

  /** {@return whether an extension says that all there is comes at once} */
  boolean isOnePage(Candidate candidate) {
    return first(candidate).filter(Stated.OnePage.class::isInstance).isPresent();
  }

  private Optional<Stated> first(Candidate candidate) {
    return stated(candidate).filter(one -> !(one instanceof Stated.Refused)).findFirst();
  }

  private Stream<Stated> stated(Candidate candidate) {
    return known.stream().flatMap(extension -> extension.read(candidate).stream());
  }

  /** {@return what extensions say of an operation that is not understood} */
  List<Problem> refused(Candidate candidate) {
    return stated(candidate)
        .filter(Stated.Refused.class::isInstance)
        .map(refused -> ((Stated.Refused) refused).problem())
        .toList();
  }
}
