package dev.pageturner.samples.spring;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.lines.JsonLines;
import dev.pageturner.samples.shop.client.ShopClient;
import dev.pageturner.sequence.LazyIterable;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Two answers about those who work in the shop: a few of them, and all of them. */
@RestController
class Colleagues {
  private final ShopClient shop;

  Colleagues(ShopClient shop) {
    this.shop = shop;
  }

  /** Asks the shop for as many pages as it takes to find so many who are active. */
  @GetMapping("/colleagues")
  List<Colleague> some(@RequestParam(defaultValue = "10") int limit) {
    return active().limit(limit).toList();
  }

  /** Sends each line on when it is there; however many they are, one page is held. */
  @GetMapping(path = "/colleagues.jsonl", produces = "application/x-ndjson")
  StreamingResponseBody all() {
    return out -> JsonLines.write(out, active(), Colleague.class);
  }

  private LazyIterable<Colleague> active() {
    return shop.users().list(options -> options.active(true)).map(Colleague::of);
  }

  @ExceptionHandler
  ProblemDetail shopFailed(PageturnerException failure) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, failure.getMessage());
  }
}
