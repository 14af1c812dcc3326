package dev.pageturner;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.ObjectBody;
import dev.pageturner.internal.http.Receiver;
import dev.pageturner.internal.http.Responses;
import dev.pageturner.internal.http.Warnings;
import dev.pageturner.internal.json.Deviations;
import java.util.Optional;
import okhttp3.Response;

/** A call that is answered by one object, or by nothing. */
record ObjectCall<T>(ApiClient client, ApiCall call, JsonAdapter<T> adapter) {
  ApiResponse<T> response() {
    try (ObjectBody answer = send(ObjectBody.receiver(client.bounds()))) {
      Response response = answer.body().response();
      return new ApiResponse<>(
          response.code(),
          Responses.headers(response),
          Optional.ofNullable(answer.decoded(telling())));
    }
  }

  T required() {
    try (ObjectBody answer = send(ObjectBody.receiver(client.bounds()))) {
      return answer.required(telling());
    }
  }

  private JsonAdapter<T> telling() {
    return Deviations.telling(adapter, Warnings.to(client.listener()));
  }

  /** {@return status and headers of the answer, at whose content nobody looks} */
  ApiResponse<T> unread() {
    return send((response, okCall, exchange) -> {
      response.close();
      return new ApiResponse<>(response.code(), Responses.headers(response), Optional.empty());
    });
  }

  private <R> R send(Receiver<R> receiver) {
    return client.transport().send(call, client.listener(), receiver, new CancelHandle());
  }
}
