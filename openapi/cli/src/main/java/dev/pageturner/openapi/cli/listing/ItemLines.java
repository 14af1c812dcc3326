package dev.pageturner.openapi.cli.listing;

import dev.pageturner.json.RawJson;

/** Each item is a line. */
final class ItemLines implements Content {
  private final Output out;
  private long lines;

  ItemLines(Output out, long before) {
    this.out = out;
    this.lines = before;
  }

  @Override
  public void item(RawJson item) {
    out.write(item);
    lines++;
  }

  @Override
  public long lines() {
    return lines;
  }
}
