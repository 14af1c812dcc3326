package dev.pageturner.laws;

import dev.pageturner.laws.World.End;
import dev.pageturner.laws.World.Envelope;
import dev.pageturner.laws.World.Lie;
import dev.pageturner.laws.World.More;
import dev.pageturner.laws.World.Style;
import dev.pageturner.laws.World.Total;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/** The server of a world, which remembers what it said last of there being more. */
final class WorldServer {
  private static final int NO_SUCH_PAGE = -1;

  /** No list has more than 30 pages. */
  private static final int MOST_REQUESTS = 100;

  private final World world;
  private int requests;
  private int pages;
  private boolean saidMore;
  private int saidTotal;
  private int saidPages;

  WorldServer(World world) {
    this.world = world;
  }

  /** What goes over the wire. */
  record Answer(int status, Map<String, String> headers, String body) {}

  /** A page, as far as the server is concerned. */
  private record Slice(int from, int to, int index, int next) {
    boolean isLast() {
      return next == NO_SUCH_PAGE;
    }
  }

  /** {@return whether the server's own words said that there is more than so many items} */
  boolean saidMoreThan(long items) {
    return saidMore || saidTotal > items || saidPages > pages;
  }

  /** {@return the answer to a request} */
  synchronized Answer answer(HttpUrl url) {
    if (++requests > MOST_REQUESTS) {
      throw new AssertionError("an endless list: " + world);
    }
    int asked = number(url, world.names().sizeParameter(), world.size());
    Slice slice = slice(url, asked);
    boolean lies = slice.index() == Math.max(1, world.at()) && slice.from() < world.count();
    if (world.lie() == Lie.SENDS_NO_PAGE && lies) {
      return noPage();
    }
    pages++;
    return page(url, slice, asked);
  }

  private static int number(HttpUrl url, String parameter, int otherwise) {
    String text = url.queryParameter(parameter);
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  // Where a page begins and ends.

  private Slice slice(HttpUrl url, int asked) {
    int size = world.lie() == Lie.CAPS_THE_SIZE ? Math.max(1, asked / 2) : asked;
    boolean skips = world.style() == Style.PAGE && world.variant() % 2 == 0;
    int step = skips ? asked : size;
    int from = world.lie() == Lie.IGNORES_THE_PARAMETER ? 0 : from(url, step);
    if (world.lie() == Lie.REPEATS_THE_LAST_PAGE && from >= world.count() && world.count() > 0) {
      from = (world.count() - 1) / size * size;
    }
    int to = Math.min(world.count(), from + size);
    int index = from / Math.max(1, step);
    if (world.lie() == Lie.STOPS_EARLY && index > world.at()) {
      return new Slice(world.count(), world.count(), index, NO_SUCH_PAGE);
    }
    int start = Math.min(from, world.count());
    return new Slice(start, Math.max(start, to), index, next(url, to, index, size));
  }

  private int next(HttpUrl url, int to, int index, int size) {
    boolean here = index == world.at();
    if (world.lie() == Lie.REPEATS_THE_LAST_PAGE && to >= world.count()) {
      return from(url, size) >= world.count() ? NO_SUCH_PAGE : to;
    } else if (world.lie() == Lie.STOPS_EARLY && here) {
      return NO_SUCH_PAGE;
    } else if (world.lie() == Lie.DROPS_A_PAGE && here && to + size < world.count()) {
      return to + size;
    } else if (world.lie() == Lie.ALTERNATES && index > 1 && to < world.count()) {
      return to - 2 * size;
    }
    return to < world.count() ? to : NO_SUCH_PAGE;
  }

  private int from(HttpUrl url, int size) {
    String at = url.queryParameter(world.names().parameter());
    if (at == null) {
      return 0;
    }
    return switch (world.style()) {
      case CURSOR, HEADER_CURSOR, NEXT_URL, LINK -> decoded(at);
      case OFFSET -> number(url, world.names().parameter(), 0);
      case PAGE -> (number(url, world.names().parameter(), 1) - 1) * size;
    };
  }

  private static String token(int from) {
    return "q" + (from * 31 + 1000007) + "z";
  }

  private static int decoded(String token) {
    return token.matches("q\\d+z")
        ? (Integer.parseInt(token.substring(1, token.length() - 1)) - 1000007) / 31
        : 0;
  }

  // What a page says.

  private Answer page(HttpUrl url, Slice slice, int asked) {
    List<String> items = new ArrayList<>();
    for (int i = slice.from(); i < slice.to(); i++) {
      items.add(world.item(i));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, String> signals = new LinkedHashMap<>();
    saidMore = false;
    addNext(url, slice, headers, signals);
    addFlag(slice, signals);
    addTotal(asked, headers, signals);
    addEcho(slice, asked, signals);
    String array = "[" + String.join(",", items) + "]";
    return new Answer(200, headers, body(array, signals));
  }

  private String body(String array, Map<String, String> signals) {
    String named = "\"" + world.names().items() + "\":" + array;
    return switch (world.envelope()) {
      case BARE -> array;
      case FLAT -> "{" + named + (signals.isEmpty() ? "" : ",") + members(signals) + "}";
      case NESTED -> "{" + named + ",\"" + world.names().meta() + "\":{" + members(signals) + "}}";
    };
  }

  private static String members(Map<String, String> members) {
    List<String> all = new ArrayList<>();
    members.forEach((name, json) -> all.add("\"" + name + "\":" + json));
    return String.join(",", all);
  }

  private void addNext(
      HttpUrl url, Slice slice, Map<String, String> headers, Map<String, String> signals) {
    String token = token(slice.next());
    HttpUrl next =
        url.newBuilder().setQueryParameter(world.names().parameter(), token).build();
    boolean renamed = world.lie() == Lie.RENAMES_THE_SIGNAL && slice.index() >= world.at();
    switch (world.style()) {
      case CURSOR -> addToBody(slice, "\"" + token + "\"", renamed, signals);
      case NEXT_URL -> addToBody(slice, "\"" + next + "\"", renamed, signals);
      case LINK -> {
        if (!slice.isLast()) {
          headers.put("Link", "<" + next + ">; rel=\"" + (renamed ? "weiter" : "next") + "\"");
          saidMore |= !renamed;
        }
      }
      case HEADER_CURSOR -> {
        if (!slice.isLast()) {
          headers.put(renamed ? "X-Zork" : "X-Next", token);
        }
      }
      case OFFSET, PAGE -> {}
    }
  }

  private void addToBody(Slice slice, String json, boolean renamed, Map<String, String> signals) {
    String name =
        renamed ? (world.variant() % 2 == 0 ? "zork" : "fort") : world.names().next();
    if (!slice.isLast()) {
      signals.put(name, json);
      saidMore |= !renamed && world.names().known();
    } else if (world.end() != End.ABSENT) {
      signals.put(name, world.end() == End.NULL ? "null" : "\"\"");
    }
  }

  private void addFlag(Slice slice, Map<String, String> signals) {
    if (world.flag() == More.NONE || world.envelope() == Envelope.BARE) {
      return;
    }
    boolean hasMore = world.flag() == More.HAS_MORE;
    signals.put(hasMore ? "has_more" : "is_last", String.valueOf(slice.isLast() != hasMore));
    saidMore |= !slice.isLast();
  }

  private void addTotal(int asked, Map<String, String> headers, Map<String, String> signals) {
    if (world.total() == Total.NONE) {
      return;
    }
    int items = switch (world.lie()) {
      case SAYS_TOO_LARGE_A_TOTAL -> world.count() + 1 + world.variant() % 9;
      case SAYS_TOO_SMALL_A_TOTAL -> Math.max(0, world.count() - 1 - world.variant() % 9);
      default -> world.count();
    };
    boolean all = world.total() == Total.ITEMS;
    int said = all ? items : (items + asked - 1) / asked;
    saidTotal = all ? said : 0;
    saidPages = all ? 0 : said;
    if (world.envelope() == Envelope.BARE) {
      headers.put(all ? "X-Total-Count" : "X-Total-Pages", String.valueOf(said));
    } else {
      signals.put(all ? world.names().total() : world.names().pages(), String.valueOf(said));
    }
  }

  private void addEcho(Slice slice, int asked, Map<String, String> signals) {
    if (!world.echoes() || world.style().ordinal() < Style.OFFSET.ordinal()) {
      return;
    }
    boolean page = world.style() == Style.PAGE;
    String name = world.names().known() ? world.names().parameter() : page ? "page" : "offset";
    signals.put(name, String.valueOf(page ? slice.from() / asked + 1 : slice.from()));
    signals.put(world.names().sizeParameter(), String.valueOf(asked));
  }

  /** Answers that are no page. */
  private Answer noPage() {
    return switch (world.variant() % 6) {
      case 0 -> new Answer(202, Map.of(), "");
      case 1 -> new Answer(200, Map.of(), "null");
      case 2 -> new Answer(200, Map.of(), "{}");
      case 3 -> new Answer(200, Map.of(), "{\"message\":\"please try again\"}");
      case 4 -> new Answer(200, Map.of(), "{\"zeug\":[" + world.item(0) + "]}");
      default -> new Answer(200, Map.of(), "");
    };
  }
}
