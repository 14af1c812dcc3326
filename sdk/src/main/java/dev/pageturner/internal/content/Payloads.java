package dev.pageturner.internal.content;

import dev.pageturner.content.Body;
import dev.pageturner.content.ParameterStyle;
import dev.pageturner.content.Upload;
import dev.pageturner.internal.http.Payload;
import dev.pageturner.json.RawJson;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.ByteString;

/** Bodies of requests as they go out. */
public final class Payloads {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BYTES = "application/octet-stream";

  private final Values values;

  /** Writes values with their adapters. */
  public Payloads(Values values) {
    this.values = values;
  }

  /** {@return a body as it goes out} */
  public Payload of(Body body) {
    if (body instanceof Body.Json json) {
      String text = values.text(json.value());
      return Payload.of(checked(json.mediaType()), ByteString.encodeUtf8(text));
    } else if (body instanceof Body.Text text) {
      return text(text);
    } else if (body instanceof Body.Binary binary) {
      return binary(binary);
    } else if (body instanceof Body.Form form) {
      return Payload.of(FORM, ByteString.encodeUtf8(fields(form)));
    }
    return multipart((Body.Multipart) body);
  }

  private static String checked(String mediaType) {
    return MediaType.get(mediaType).toString();
  }

  private static Payload text(Body.Text body) {
    MediaType type = MediaType.get(body.mediaType());
    Charset charset = Objects.requireNonNull(type.charset(StandardCharsets.UTF_8));
    boolean silent = type.charset() == null && type.type().equals("text");
    String said = silent ? body.mediaType() + "; charset=utf-8" : body.mediaType();
    return Payload.of(said, ByteString.encodeString(body.text(), charset));
  }

  private static Payload binary(Body.Binary body) {
    Upload content = body.content();
    MediaType type = MediaType.get(content.mediaType().orElse(body.mediaType()));
    return content.source() instanceof byte[] bytes
        ? Payload.of(type.toString(), ByteString.of(bytes))
        : Payload.written(new UploadBody(content, type));
  }

  private String fields(Body.Form form) {
    RawJson object = values.json(form.value());
    if (object.kind() != RawJson.Kind.OBJECT) {
      throw new IllegalArgumentException("a form of a value that has no members");
    }
    List<String> fields = new ArrayList<>();
    object.members().forEach((name, value) -> {
      String field = field(name, value, form.styles());
      if (!field.isEmpty()) {
        fields.add(field);
      }
    });
    return String.join("&", fields);
  }

  private static String field(String name, RawJson value, Map<String, ParameterStyle> styles) {
    return Parameters.query(name, value, styles.getOrDefault(name, usual(value)));
  }

  private static ParameterStyle usual(RawJson value) {
    boolean texts = value.kind() == RawJson.Kind.ARRAY
        && value.elements().stream().allMatch(Payloads::isScalar);
    return texts || isScalar(value) ? ParameterStyle.FORM.exploded() : ParameterStyle.DEEP_OBJECT;
  }

  private static boolean isScalar(RawJson value) {
    return value.kind() != RawJson.Kind.ARRAY && value.kind() != RawJson.Kind.OBJECT;
  }

  private Payload multipart(Body.Multipart body) {
    MultipartBody.Builder parts =
        new MultipartBody.Builder().setType(MediaType.get(body.mediaType()));
    if (body.parts().isEmpty()) {
      throw new IllegalArgumentException("a body of parts without any part");
    }
    body.parts().forEach(part -> add(part.name(), part.value(), part.mediaType(), parts));
    return Payload.written(parts.build());
  }

  private void add(String name, Object value, String mediaType, MultipartBody.Builder parts) {
    if (value instanceof Upload upload) {
      String said = mediaType.isEmpty() ? BYTES : mediaType;
      MediaType type = MediaType.get(upload.mediaType().orElse(said));
      parts.addFormDataPart(name, upload.fileName().orElse(name), new UploadBody(upload, type));
    } else if (value instanceof Iterable<?> all && mediaType.isEmpty()) {
      all.forEach(each -> add(name, Objects.requireNonNull(each, name), mediaType, parts));
    } else {
      parts.addFormDataPart(name, null, part(values.json(value), mediaType));
    }
  }

  /** Text has no media type of its own, as browsers send it, unless it is said. */
  private static RequestBody part(RawJson value, String mediaType) {
    boolean json = !isScalar(value) || mediaType.endsWith("json");
    String text = json ? value.text() : Parameters.text(value);
    String type = mediaType.isEmpty() && json ? "application/json" : mediaType;
    return RequestBody.create(
        ByteString.encodeUtf8(text), type.isEmpty() ? null : MediaType.get(type));
  }
}
