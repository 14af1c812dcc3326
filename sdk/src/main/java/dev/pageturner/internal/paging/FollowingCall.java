package dev.pageturner.internal.paging;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Payload;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Kept;
import dev.pageturner.pagination.Pagination;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The call that the pages after the first have in common: by which method, where to, what stays.
 */
final class FollowingCall {
  private FollowingCall() {}

  /**
   * {@return the call, without a position}
   *
   * @param list the call of the list, which fetches the first page
   * @param pagination says what is different
   * @param credentialNames query parameters that stay in any case
   */
  static ApiCall of(ApiCall list, Pagination pagination, Set<String> credentialNames) {
    ApiCall call = pagination.followingMethod().map(list::withMethod).orElse(list);
    call = pagination.followingPath().isEmpty()
        ? call
        : call.withUrl(at(call.url(), pagination.followingPath().get()));
    return kept(call, pagination, credentialNames);
  }

  /** {@return a call with what following pages repeat of it} */
  static ApiCall kept(ApiCall call, Pagination pagination, Set<String> credentialNames) {
    return pagination.kept() instanceof Kept.Only only
        ? keeping(call, only, credentialNames)
        : call;
  }

  /** {@return the body's own member that a path leads through} */
  static String member(JsonPath path) {
    List<PathExpression.Step> steps = PathExpression.parse(path.text()).steps();
    return !steps.isEmpty() && steps.get(0) instanceof PathExpression.Name name ? name.name() : "";
  }

  private static HttpUrl at(HttpUrl list, String path) {
    HttpUrl url = list.resolve(path);
    if (url == null) {
      throw new IllegalArgumentException("no path: " + path);
    }
    return url.newBuilder().encodedQuery(list.encodedQuery()).build();
  }

  private static ApiCall keeping(ApiCall call, Kept.Only kept, Set<String> credentialNames) {
    HttpUrl.Builder url = call.url().newBuilder();
    for (String name : call.url().queryParameterNames()) {
      if (!kept.keeps(name) && !credentialNames.contains(name)) {
        url.removeAllQueryParameters(name);
      }
    }
    return call.withUrl(url.build()).withPayload(keeping(call.payload(), kept));
  }

  private static @Nullable Payload keeping(@Nullable Payload payload, Kept.Only kept) {
    if (payload == null || kept.names().isEmpty()) {
      return null;
    } else if (FormFields.isForm(payload)) {
      FormFields fields = FormFields.of(payload).only(kept::keeps);
      return fields.isEmpty() ? null : fields.payload(payload);
    }
    return keepingMembers(payload, kept);
  }

  /** Of a body that is no object there are no members to keep. */
  private static @Nullable Payload keepingMembers(Payload payload, Kept.Only kept) {
    try {
      String left = JsonMembers.only(payload.bytes().utf8(), kept::keeps);
      return left.equals("{}") ? null : payload.with(left);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
