package dev.pageturner.laws;

import dev.pageturner.laws.Scenario.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * Answers the requests of a scenario in memory, again and again, and takes down what was asked: for
 * laws that ask many times what {@link ScenarioServer} has answered over loopback once.
 */
final class ScenarioApi implements Interceptor {
  static final String URL = "https://h/";

  private final Map<String, Step> answers = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  ScenarioApi(Scenario scenario) {
    scenario.steps().forEach(step -> answers.put(step.request(), step));
  }

  int asked() {
    return asked.size();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String text = text(request);
    asked.add(text);
    Step step =
        answers.getOrDefault(text, new Step(text, 599, List.of(), "not in the scenario: " + text));
    Headers.Builder headers = new Headers.Builder();
    step.headers().forEach(header -> headers.add(located(header)));
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(step.status())
        .message("")
        .headers(headers.build())
        .body(ResponseBody.create(located(step.body()), MediaType.get("application/json")))
        .build();
  }

  private static String located(String text) {
    return text.replace("{server}", URL.substring(0, URL.length() - 1));
  }

  private static String text(Request request) throws IOException {
    String query = request.url().encodedQuery();
    String target = request.url().encodedPath() + (query == null ? "" : "?" + query);
    StringBuilder text = new StringBuilder(request.method() + " " + target);
    for (String name : ScenarioServer.CARRIERS) {
      String value = request.header(name);
      text.append(value == null ? "" : " " + name + ": " + value);
    }
    if (request.body() != null && request.body().contentLength() != 0) {
      Buffer body = new Buffer();
      request.body().writeTo(body);
      text.append(' ').append(body.readUtf8());
    }
    return text.toString();
  }
}
