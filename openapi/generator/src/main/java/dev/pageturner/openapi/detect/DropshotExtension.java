package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.Optional;

/**
 * {@code x-dropshot-pagination}, {@code true} or {@code {required: […]}}: the framework pages by
 * {@code next_page} in the answer, sent back as {@code page_token} beside {@code limit}, and has
 * the items in {@code items}.
 */
final class DropshotExtension implements Extension {
  private static final String NAME = "x-dropshot-pagination";

  @Override
  public Optional<Stated> read(Candidate candidate) {
    return Optional.ofNullable(candidate.operation().node().get(NAME))
        .filter(written -> written.asObject().isPresent()
            || (written instanceof ScalarNode scalar && scalar.isTrue()))
        .map(written -> stated(candidate, written));
  }

  private static Stated stated(Candidate candidate, Node written) {
    return candidate
        .field("page_token")
        .<Stated>map(field -> {
          Finding finding = VendorExtensions.finding(PageStyle.CURSOR, candidate, NAME)
              .position(field)
              .next("$.next_page")
              .items(Optional.of(Paths.field(candidate.answer(), "items")));
          candidate.field("limit").ifPresent(finding::size);
          return new Stated.Pages(finding);
        })
        .orElseGet(() ->
            Stated.Refused.at(written.location(), NAME + ": the operation takes no 'page_token'"));
  }
}
