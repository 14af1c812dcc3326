package dev.pageturner.internal.hints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'code':403,'errors':[{'domain':'usageLimits','reason':'rateLimitExceeded'}]}}",
        "{'error':{'errors':[{'reason':'userRateLimitExceeded','message':'User Rate Limit Exceeded'}]}}",
        "{'error':{'errors':[{'reason':'quotaExceeded'}]}}",
        "{'error':{'status':'RESOURCE_EXHAUSTED'}}",
        "{'error':{'details':[{'reason':'RATE_LIMIT_EXCEEDED','metadata':{'limit':'ReadsPerMinute'}}]}}",
        "{'status_code':403,'status_txt':'RATE_LIMIT_EXCEEDED'}",
        "{'message':'You have exceeded a secondary rate limit. Please wait a few minutes.'}",
        "{'message':'You have triggered an abuse detection mechanism.'}",
        "{'message':'API rate limit exceeded for user ID 1.'}",
        "{'error':{'message':'(#4) Application request limit reached','code':4}}",
        "{'code':'too_many_requests'}",
        "{'__type':'ThrottlingException','message':null}",
        "{'code':'SlowDown'}",
        "[{'errorCode':'rate-limited'}]",
        "{'detail':'Your request was throttled.'}",
        "{'detail':'You have been rate limited'}",
        "{'title':'Rate limit has been reached'}",
        "{'type':'ratelimit_exceeded'}",
        "{'error':'Exceeded 10 requests per second'}",
        "'Too many API requests'",
        "Rate Limit Exceeded",
        "{'message':'Rate limit exceeded','trace':'cut her",
      })
  void rateLimitIsTold(String body) {
    assertThat(RefusalBody.tellsRateLimit(body.replace('\'', '"'))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "403",
        "{'message':'Forbidden'}",
        "{'error':{'errors':[{'reason':'insufficientPermissions'}]}}",
        "{'message':'Resource not accessible','documentation_url':'https://docs.example/#rate-limiting'}",
        "{'error':'missing scope','scope':'rate_limit:write'}",
        "{'message':'You must not change the rate limit of this key'}",
        "{'message':'The limit of the slow down field is 3'}",
        "{'error':{'errors':[{'reason':'dailyLimitExceeded','message':'Daily Limit Exceeded'}]}}",
        "{'error':{'errors':[{'reason':'rateLimitExceeded'}],'message':'Limit of queries per day'}}",
        "{'error':{'reason':'RATE_LIMIT_EXCEEDED','metadata':{'quota_limit':'ReadsPerDayPerProject'}}}",
        "{'error':{'message':'Monthly rate limit exceeded'}}",
        "{'error':{'errors':[{'reason':'storageQuotaExceeded'}]}}",
        "{'message':'The storage quota has been exceeded','reason':'quotaExceeded'}",
        "{'rateLimitExceeded':false}",
        "<html><title>Too many requests</title></html>",
      })
  void whatIsForbiddenForGoodIsNot(String body) {
    assertThat(RefusalBody.tellsRateLimit(body.replace('\'', '"'))).isFalse();
  }

  @Test
  void nestingWithoutEndIsNoError() {
    assertThat(RefusalBody.tellsRateLimit("[".repeat(16 << 10))).isFalse();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedBodiesAreNoError(long seed) {
    Random random = new Random(seed);
    StringBuilder body = new StringBuilder(
        "{\"error\": [{\"reason\": \"rateLimitExceeded\", \"code\": 1e3}, true]}");
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      body.setCharAt(random.nextInt(body.length()), (char) random.nextInt(128));
    }

    RefusalBody.tellsRateLimit(body.substring(0, random.nextInt(body.length())));
  }
}
