package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.ExitCode;
import dev.pageturner.openapi.cli.listing.ListJob;
import dev.pageturner.openapi.cli.listing.ListRun;
import dev.pageturner.openapi.cli.options.ListOptions;
import dev.pageturner.pagination.Pagination;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists any URL. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Every item of a paginated list, as JSON Lines on standard output.",
      "",
      "How the list pages is recognised from its first response, or said. Items keep each digit and"
          + " the order of their members; one that stood on one line stays byte for byte, of one that"
          + " was spread over several lines the white space between the tokens is left out.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pageturner get 'https://api.example.com/v1/users?active=true' | jq .email",
      "  pageturner get URL --next '$.next_cursor' --send query:cursor --items '$.data'",
      "  pageturner get URL --pagination offset --page-size 100 --total-items '$.total'",
      "  pageturner get URL -d @search.json --repeatable --next '$.next' --send body:/start",
      "  pageturner get URL --next '$.nextToken' --send query:nextToken --token-alone",
      "  pageturner get URL --next '$.cursor' --send query:cursor --keep version --keep locale",
      "  pageturner get URL -d '{\"path\":\"/photos\"}' --repeatable --items '$.entries' \\",
      "      --next '$.cursor' --send body:/cursor --has-more '$.has_more' \\",
      "      --following-path list_folder/continue --token-alone",
      "  pageturner get URL --next url:$.next --rewrite-links 'http://inside:8080 /api'",
      "  pageturner get URL --next last-item:$.time --send query:since --overlap '$.id'",
      "  pageturner get URL --items lines --next 'header:X-Next' --send query:cursor",
      "  pageturner get URL --next 'link-object:$.links[?rel=next]'",
      "  pageturner get URL --cookies --retry-status 460 --max-same-pages 100",
      "  pageturner get URL --accept-incomplete --explain",
      "  pageturner get URL --events -d @prompt.json | jq .delta",
      "  pageturner get URL --bearer @token.txt --rate 50/1s --rate 5000/1h \\",
      "      -o users.jsonl.gz --checkpoint users.checkpoint --resume",
      "  pageturner get URL --sync users.sync -o users-$(date +%%F).jsonl",
      "  pageturner get URL --sync-at mark:$.updated_at --sync-send query:updated_since \\",
      "      --sync-back PT5M --sync users.sync",
      "  pageturner get URL --dry-run",
      "",
      ExitCode.OF_LISTS
    })
final class GetCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "URL", description = "The first page, with its filters.")
  private String url = "";

  @Mixin
  private ListOptions options = new ListOptions();

  GetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return new ListRun(job(), console).run();
  }

  private ListJob job() {
    ListUrl list = ListUrl.parse(url);
    return new ListJob(
        list.base(),
        list.path(),
        UnaryOperator.identity(),
        options.pagination().pagination(Pagination.detect()),
        options);
  }
}
