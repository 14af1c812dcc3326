package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.RequestBody;
import dev.pageturner.openapi.model.Response;
import java.util.List;
import java.util.Optional;

/** The part of an operation that Swagger 2.0 and OpenAPI 3 write differently. */
interface Bodies {
  /**
   * {@return what is sent outside the body: the parameter itself, nothing if it is a part of the
   * body, or the fields of a whole query string}
   */
  List<Parameter> parameters(ObjectNode node);

  /** {@return the request body, which Swagger 2.0 keeps among the parameters} */
  Optional<RequestBody> requestBody(ObjectNode operation, List<ObjectNode> parameters);

  /** {@return the response of one status} */
  Response response(String status, ObjectNode response, ObjectNode operation);
}
