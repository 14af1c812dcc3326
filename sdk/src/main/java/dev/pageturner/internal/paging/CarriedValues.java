package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Payload;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.internal.text.HeaderText;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.position.CursorValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Puts the values of a position, or a page size, where a carrier says, and finds them there. */
final class CarriedValues {
  private CarriedValues() {}

  /**
   * {@return a call with the values; JSON null takes one out}
   *
   * @throws PageturnerException if there are as many values as the carrier has no names for, as a
   *     checkpoint of another list may have
   * @throws IllegalArgumentException if a value cannot travel there; the message does not repeat it
   */
  static ApiCall with(ApiCall call, Carrier carrier, List<CursorValue> values) {
    if (carrier instanceof Carrier.Query query) {
      return withQuery(call, query.names(), values);
    } else if (carrier instanceof Carrier.QueryMembers) {
      return withMembers(call, values.get(0));
    } else if (carrier instanceof Carrier.Header header) {
      return withHeaders(call, header.names(), values);
    } else if (carrier instanceof Carrier.Body body) {
      return withBody(call, body.paths(), values);
    } else if (carrier instanceof Carrier.Form form) {
      return withForm(call, form.names(), values);
    }
    throw new PageturnerException.BadCheckpoint(
        "this list continues by URLs, not by " + (values.size() == 1 ? "a value" : "values"), null);
  }

  private static ApiCall withQuery(ApiCall call, List<String> names, List<CursorValue> values) {
    checkCount(names.size(), values.size());
    HttpUrl.Builder url = call.url().newBuilder();
    for (int i = 0; i < names.size(); i++) {
      if (isNull(values.get(i))) {
        url.removeAllQueryParameters(names.get(i));
      } else {
        url.setQueryParameter(names.get(i), values.get(i).text());
      }
    }
    return call.withUrl(url.build());
  }

  private static ApiCall withMembers(ApiCall call, CursorValue object) {
    HttpUrl.Builder url = call.url().newBuilder();
    for (Map.Entry<String, String> member : JsonMembers.of(object.text()).entrySet()) {
      CursorValue value = PageFacts.valueOf(member.getValue());
      if (value != null) {
        url.setQueryParameter(member.getKey(), value.text());
      }
    }
    return call.withUrl(url.build());
  }

  private static ApiCall withHeaders(ApiCall call, List<String> names, List<CursorValue> values) {
    checkCount(names.size(), values.size());
    var headers = call.headers().newBuilder();
    for (int i = 0; i < names.size(); i++) {
      if (isNull(values.get(i))) {
        headers.removeAll(names.get(i));
      } else {
        headers.set(names.get(i), HeaderText.checked(names.get(i), values.get(i).text()));
      }
    }
    return call.withHeaders(headers.build());
  }

  private static ApiCall withBody(ApiCall call, List<JsonPath> paths, List<CursorValue> values) {
    checkCount(paths.size(), values.size());
    @Nullable Payload payload = call.payload();
    String json = payload == null ? "{}" : payload.bytes().utf8();
    for (int i = 0; i < paths.size(); i++) {
      json =
          JsonMembers.with(json, PathExpression.parse(paths.get(i).text()), jsonOf(values.get(i)));
    }
    return call.withPayload(payload == null ? Payload.json(json) : payload.with(json));
  }

  private static ApiCall withForm(ApiCall call, List<String> names, List<CursorValue> values) {
    checkCount(names.size(), values.size());
    FormFields fields = fields(call.payload());
    for (int i = 0; i < names.size(); i++) {
      fields = isNull(values.get(i))
          ? fields.without(names.get(i))
          : fields.with(names.get(i), values.get(i).text());
    }
    return call.withPayload(fields.payload(call.payload()));
  }

  private static FormFields fields(@Nullable Payload payload) {
    if (payload == null) {
      return FormFields.none();
    } else if (!FormFields.isForm(payload)) {
      throw new IllegalArgumentException(
          "the body of the request is " + payload.contentType() + ", not a form");
    }
    return FormFields.of(payload);
  }

  private static String jsonOf(CursorValue value) {
    return value.json() ? value.text() : JsonMembers.quoted(value.text());
  }

  private static boolean isNull(CursorValue value) {
    return value.json() && value.text().equals("null");
  }

  private static void checkCount(int names, int values) {
    if (names != values) {
      throw new PageturnerException.BadCheckpoint(
          "a position of " + values + " values, where this list has " + names, null);
    }
  }

  /** {@return the text that a call has where the first value travels, if it has any} */
  static Optional<String> first(ApiCall call, Carrier carrier) {
    if (carrier instanceof Carrier.Query query) {
      return Optional.ofNullable(call.url().queryParameter(query.names().get(0)));
    } else if (carrier instanceof Carrier.Header header) {
      return Optional.ofNullable(call.headers().get(header.names().get(0)));
    } else if (carrier instanceof Carrier.Form form) {
      return Optional.ofNullable(call.payload())
          .filter(FormFields::isForm)
          .flatMap(payload -> FormFields.of(payload).value(form.names().get(0)));
    } else if (carrier instanceof Carrier.Body body) {
      return Optional.ofNullable(call.payload())
          .flatMap(payload -> member(payload, body.paths().get(0)));
    }
    return Optional.empty();
  }

  private static Optional<String> member(Payload payload, JsonPath path) {
    try {
      String json = PathExpression.parse(path.text()).find(new Buffer().write(payload.bytes()));
      return Optional.ofNullable(PageFacts.valueOf(json)).map(CursorValue::text);
    } catch (IOException e) {
      // No JSON, so nothing in it.
      return Optional.empty();
    }
  }
}
