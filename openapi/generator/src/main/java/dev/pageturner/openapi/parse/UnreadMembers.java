package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Members of a document that nothing is made of: each is named in a warning, once for its name and
 * kind of object, with the first place that has it. Extensions, {@code x-…}, are for whom they
 * concern.
 */
final class UnreadMembers {
  /** A kind of object, with the members that are read or that make no difference to a client. */
  enum Kind {
    DOCUMENT(
        "document",
        "openapi $self info jsonSchemaDialect servers paths webhooks components security tags"
            + " externalDocs"),
    PATH_ITEM(
        "path item",
        "$ref summary description get put post delete options head patch trace query"
            + " additionalOperations servers parameters"),
    OPERATION(
        "operation",
        "tags summary description externalDocs operationId parameters requestBody responses"
            + " callbacks deprecated security servers"),
    PARAMETER(
        "parameter",
        "name in description required deprecated allowEmptyValue style explode allowReserved schema"
            + " example examples content"),
    MEDIA_TYPE("media type", "schema itemSchema example examples encoding"),
    ENCODING("encoding", "contentType headers style explode allowReserved"),
    RESPONSE("response", "summary description headers content links"),
    SECURITY_SCHEME(
        "security scheme",
        "type description name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl"
            + " deprecated"),
    FLOWS(
        "set of flows",
        "implicit password clientCredentials authorizationCode deviceAuthorization"),
    TAG("tag", "name summary description externalDocs parent kind");

    private final String words;
    private final String read;

    Kind(String words, String read) {
      this.words = words;
      this.read = " " + read + " ";
    }

    private boolean reads(String name) {
      return read.contains(" " + name + " ");
    }
  }

  private record Member(Kind kind, String name) {}

  private record Seen(Location first, int count) {
    Seen again() {
      return new Seen(first, count + 1);
    }
  }

  private final Map<Member, Seen> seen = new LinkedHashMap<>();

  /** Notes the members of an object that are not read. */
  void check(Kind kind, ObjectNode object) {
    object.members().forEach((name, value) -> {
      if (!kind.reads(name) && !name.startsWith("x-")) {
        add(new Member(kind, name), value);
      }
    });
  }

  private void add(Member member, Node value) {
    Seen before = seen.get(member);
    seen.put(member, before == null ? new Seen(value.location(), 1) : before.again());
  }

  /** Says which members were not read. */
  void tell(Problems problems) {
    seen.forEach((member, found) -> {
      String elsewhere = found.count() == 1 ? "" : ", nor at " + (found.count() - 1) + " more";
      problems.warning(
          found.first(),
          "'" + member.name() + "' of a " + member.kind().words + " is not read here" + elsewhere);
    });
  }
}
