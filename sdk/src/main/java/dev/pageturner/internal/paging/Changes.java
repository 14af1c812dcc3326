package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Mark;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Sync;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list of changes begins from, and the request that asks for it.
 *
 * <p>A value that travels in the query is kept as an object of parameters, so that a checkpoint
 * says by itself what is sent: it can be resumed where the pagination is still to be recognised.
 */
final class Changes {
  private static final String MARK = "{\"query\":";

  private Changes() {}

  /** {@return what a value begins, which a carrier takes to the server} */
  static Since since(Carrier carrier, CursorValue value, Sync sync) {
    if (carrier instanceof Carrier.Query query) {
      return parameters(Map.of(query.names().get(0), json(value)));
    }
    return new Since(new Position.Cursor(List.of(value)), sync.toString());
  }

  /** {@return a value as JSON} */
  static String json(CursorValue value) {
    return value.json() ? value.text() : JsonMembers.quoted(value.text());
  }

  private static Since parameters(Map<String, String> members) {
    StringBuilder json = new StringBuilder();
    members.forEach((name, value) -> json.append(json.length() == 0 ? "" : ",")
        .append(JsonMembers.quoted(name))
        .append(':')
        .append(value));
    CursorValue query = CursorValue.json(MARK + '{' + json + "}}");
    return new Since(new Position.Cursor(List.of(query)), "");
  }

  private static Optional<Map<String, String>> parametersOf(Since since) {
    if (!(since.position() instanceof Position.Cursor cursor)) {
      return Optional.empty();
    }
    CursorValue value = cursor.values().get(0);
    boolean marked = since.sync().isEmpty() && value.json() && value.text().startsWith(MARK);
    return marked
        ? Optional.of(JsonMembers.of(JsonMembers.of(value.text()).getOrDefault("query", "{}")))
        : Optional.empty();
  }

  /**
   * {@return what the items after a key begin from}; empty where the list begins from something
   * that the parameter cannot be added to.
   */
  static Optional<Since> after(String parameter, String key, Optional<Since> before) {
    Map<String, String> members = new LinkedHashMap<>();
    if (before.isPresent() && !(before.get().position() instanceof Position.Start)) {
      Optional<Map<String, String>> own = parametersOf(before.get());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      members.putAll(own.get());
    }
    members.put(parameter, JsonMembers.quoted(key));
    return Optional.of(parameters(members));
  }

  /**
   * Makes sure that what a list of changes begins from has a meaning in a list.
   *
   * @throws PageturnerException.BadCheckpoint if another way of syncing gave it
   */
  static void check(Since since, Pagination pagination) {
    boolean says =
        !(since.position() instanceof Position.Cursor) || parametersOf(since).isPresent();
    String here = pagination.sync().map(Sync::toString).orElse("nothing");
    if (!says && !since.sync().equals(here)) {
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint is the end of a list that offered a " + since.sync()
              + ", where this one offers " + here,
          null);
    }
  }

  /** {@return the call of the list of changes, as if it were a list of its own} */
  static ApiCall call(PageRequests list, Since since, Pagination pagination) {
    check(since, pagination);
    ApiCall call = FollowingCall.of(list.base(), pagination, list.credentialNames());
    if (since.position() instanceof Position.Url url) {
      return call.withUrl(list.followed(url.url()));
    }
    List<CursorValue> values = ((Position.Cursor) since.position()).values();
    Optional<Map<String, String>> parameters = parametersOf(since);
    for (Map.Entry<String, String> each : parameters.orElse(Map.of()).entrySet()) {
      CursorValue value = PageFacts.valueOf(each.getValue());
      if (value != null) {
        call = CarriedValues.with(call, Carrier.query(each.getKey()), List.of(value));
      }
    }
    return parameters.isPresent() ? call : CarriedValues.with(call, carrier(pagination), values);
  }

  private static Carrier carrier(Pagination pagination) {
    Sync sync = pagination.sync().orElseThrow(() -> new IllegalStateException("no sync"));
    if (sync instanceof Sync.Token token) {
      return token.carrier();
    } else if (sync instanceof Mark mark) {
      return mark.carrier();
    }
    throw new IllegalStateException("a link has no carrier");
  }
}
