package dev.pageturner.position;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A place between two items of a list: the page, and how many of its items were consumed.
 *
 * <p>Resuming from it reads that page again, with the page size that was asked for then, leaves out
 * the consumed items and delivers exactly the rest. {@link #toString} is one line of text to store,
 * and {@link #parse} reads it back. It holds no secrets. It belongs to one list and to one way of
 * paging: a traversal refuses the checkpoint of another request, and one whose position comes from
 * another pagination. A server may forget a position, often after minutes or days; then resuming
 * fails and the list must be read from its start.
 *
 * <p>The end of a list that is synced is a checkpoint, too: the beginning of the list of what
 * changes later. The text of it, of those within a list of changes and of those of lists within
 * lists has version 3, that of the others version 2.
 *
 * @param place where the page stands in the list
 * @param consumed how many of the page's items were consumed
 * @param request the fingerprint of the list's request
 * @param parts of lists within lists, the checkpoint of the outer list before its current item and,
 *     unless it stands between two lists within, that of the list within; of a single list none
 */
public record Checkpoint(Place place, long consumed, String request, List<Checkpoint> parts) {
  private static final int VERSION = 2;

  /**
   * Of what a reader of version 2 would take for another place: lists within lists, and changes.
   */
  private static final int VERSION_OF_MORE = 3;

  private static final int LONGEST = 1 << 20;

  /** Checks the values. */
  public Checkpoint {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(request, "request");
    if (consumed < 0) {
      throw new IllegalArgumentException("consumed < 0: " + consumed);
    }
    parts = List.copyOf(parts);
  }

  /**
   * Makes a checkpoint of a single list.
   *
   * @param place where the page stands in the list
   * @param consumed how many of the page's items were consumed
   * @param request the fingerprint of the list's request
   */
  public Checkpoint(Place place, long consumed, String request) {
    this(place, consumed, request, List.of());
  }

  /**
   * {@return a checkpoint of lists within lists}
   *
   * @param request the fingerprint of them all
   * @param items the items of the lists within that are behind it as a whole
   * @param parts that of the outer list, and that of the list within, if it stands in one
   */
  public static Checkpoint of(String request, long items, List<Checkpoint> parts) {
    Place place = new Place(Position.start(), 0, items, OptionalInt.empty(), "");
    return new Checkpoint(place, parts.size() > 1 ? parts.get(1).items() : 0, request, parts);
  }

  /** {@return where the page starts; of lists within lists, that of the outer list} */
  public Position position() {
    return parts.isEmpty() ? place.position() : parts.get(0).position();
  }

  /** {@return the items of the list before this checkpoint} */
  public long items() {
    return place.items() + consumed;
  }

  /**
   * {@return this checkpoint as one line of JSON, for {@link #parse}}
   *
   * @throws IllegalStateException of lists in lists in lists, more than 100 levels deep
   */
  @Override
  public String toString() {
    Buffer text = new Buffer();
    try (JsonWriter json = JsonWriter.of(text)) {
      write(json);
    } catch (JsonDataException e) {
      throw new IllegalStateException("lists within more than 100 lists have no text to store");
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.readUtf8();
  }

  private void write(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("pageturner").value(isPlain() ? VERSION : VERSION_OF_MORE);
    json.name("request").value(request);
    json.name("pagination").value(place.pagination());
    json.name("position");
    write(json, place.position());
    json.name("pages").value(place.pages());
    json.name("items").value(place.items());
    if (place.size().isPresent()) {
      json.name("size").value(place.size().getAsInt());
    }
    json.name("consumed").value(consumed);
    writeSync(json);
    if (!parts.isEmpty()) {
      json.name("parts").beginArray();
      for (Checkpoint part : parts) {
        part.write(json);
      }
      json.endArray();
    }
    json.endObject();
  }

  private boolean isPlain() {
    return parts.isEmpty() && place.since().isEmpty() && place.memory().isEmpty();
  }

  private void writeSync(JsonWriter json) throws IOException {
    if (place.since().isPresent()) {
      json.name("since");
      write(json, place.since().get().position());
      json.name("sync").value(place.since().get().sync());
      if (place.since().get().whole()) {
        json.name("whole").value(true);
      }
    }
    if (!place.memory().isEmpty()) {
      json.name("memory");
      write(json, place.memory());
    }
  }

  private static void write(JsonWriter json, Position position) throws IOException {
    json.beginObject();
    if (position instanceof Position.Start) {
      json.name("start").value(true);
    } else if (position instanceof Position.Offset offset) {
      json.name("offset").value(offset.offset());
    } else if (position instanceof Position.PageNumber page) {
      json.name("page").value(page.number());
    } else if (position instanceof Position.Url url) {
      json.name("url");
      write(json, url.url());
    } else if (position instanceof Position.Cursor cursor) {
      json.name("cursor").beginArray();
      for (CursorValue value : cursor.values()) {
        json.beginObject().name(value.json() ? "json" : "text");
        write(json, value.text());
        json.endObject();
      }
      json.endArray();
    }
    json.endObject();
  }

  /**
   * Okio's encoder would make a question mark of half a surrogate pair, and of the cursor another.
   */
  private static void write(JsonWriter json, String text) throws IOException {
    if (text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      json.value(text);
      return;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c < 0x7F && c != '"' && c != '\\';
      quoted.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    try (BufferedSink sink = json.valueSink()) {
      sink.writeUtf8(quoted.append('"').toString());
    }
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @param text one line of JSON
   * @return the checkpoint
   * @throws IllegalArgumentException if the text is cut, damaged, of another version or no
   *     checkpoint at all; the message does not repeat it
   */
  public static Checkpoint parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "not a checkpoint: longer than " + LONGEST + " characters");
    }
    try (JsonReader json = JsonReader.of(new Buffer().writeUtf8(text.strip()))) {
      Checkpoint checkpoint = read(json);
      if (json.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("not a checkpoint: text after its end");
      }
      return checkpoint;
    } catch (IOException | JsonDataException e) {
      // The cause would repeat the text.
      throw new IllegalArgumentException("not a checkpoint, or a damaged one");
    }
  }

  private static Checkpoint read(JsonReader json) throws IOException {
    Parts parts = new Parts();
    json.beginObject();
    while (json.hasNext()) {
      parts.read(json);
    }
    json.endObject();
    return parts.checkpoint();
  }

  /** The members of the JSON object, as they come. */
  private static final class Parts {
    private int version;
    private @Nullable String request;
    private @Nullable String pagination;
    private @Nullable Position position;
    private long pages = -1;
    private long items = -1;
    private OptionalInt size = OptionalInt.empty();
    private long consumed = -1;
    private final List<Checkpoint> parts = new ArrayList<>();
    private @Nullable Position since;
    private String sync = "";
    private boolean whole;
    private String memory = "";

    void read(JsonReader json) throws IOException {
      switch (json.nextName()) {
        case "pageturner" -> version = json.nextInt();
        case "request" -> request = json.nextString();
        case "pagination" -> pagination = json.nextString();
        case "position" -> position = readPosition(json);
        case "pages" -> pages = json.nextLong();
        case "items" -> items = json.nextLong();
        case "size" -> size = OptionalInt.of(json.nextInt());
        case "consumed" -> consumed = json.nextLong();
        case "parts" -> readParts(json);
        case "since" -> since = readPosition(json);
        case "sync" -> sync = json.nextString();
        case "whole" -> whole = json.nextBoolean();
        case "memory" -> memory = json.nextString();
        default -> json.skipValue();
      }
    }

    private void readParts(JsonReader json) throws IOException {
      json.beginArray();
      while (json.hasNext()) {
        parts.add(Checkpoint.read(json));
      }
      json.endArray();
    }

    Checkpoint checkpoint() {
      boolean plain = parts.isEmpty() && since == null && memory.isEmpty();
      boolean known = version == VERSION_OF_MORE || (version == VERSION && plain);
      if (version != 0 && !known) {
        throw new IllegalArgumentException(
            "a checkpoint of version " + version + ", not " + (plain ? VERSION : VERSION_OF_MORE));
      }
      boolean counted = pages >= 0 && items >= 0 && consumed >= 0;
      if (version == 0 || request == null || pagination == null || position == null || !counted) {
        throw new IllegalArgumentException("not a checkpoint: a part is missing");
      }
      Optional<Since> from = Optional.ofNullable(since).map(each -> new Since(each, sync, whole));
      Place place = new Place(position, pages, items, size, pagination, from, memory);
      return new Checkpoint(place, consumed, request, parts);
    }
  }

  private static Position readPosition(JsonReader json) throws IOException {
    json.beginObject();
    String kind = json.nextName();
    Position position = switch (kind) {
      case "start" -> start(json.nextBoolean());
      case "offset" -> Position.offset(json.nextLong());
      case "page" -> Position.pageNumber(json.nextLong());
      case "url" -> Position.url(json.nextString());
      case "cursor" -> new Position.Cursor(readValues(json));
      default -> throw new IllegalArgumentException("not a checkpoint: an unknown position");
    };
    json.endObject();
    return position;
  }

  private static Position start(boolean start) {
    if (!start) {
      throw new IllegalArgumentException("not a checkpoint: an unknown position");
    }
    return Position.start();
  }

  private static List<CursorValue> readValues(JsonReader json) throws IOException {
    List<CursorValue> values = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      json.beginObject();
      boolean isJson = json.nextName().equals("json");
      values.add(new CursorValue(json.nextString(), isJson));
      json.endObject();
    }
    json.endArray();
    return values;
  }
}
