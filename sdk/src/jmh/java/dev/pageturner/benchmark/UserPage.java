package dev.pageturner.benchmark;

import com.squareup.moshi.Json;
import java.util.List;

/** A page as the usual loop decodes it: whole. */
final class UserPage {
  List<User> data;

  @Json(name = "next_cursor")
  String nextCursor;
}
