package dev.pageturner.benchmark;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A user decoded by hand, without reflection. */
final class UserAdapter extends JsonAdapter<User> {
  private static final JsonReader.Options USER =
      JsonReader.Options.of(
          "id",
          "login",
          "name",
          "email",
          "avatarUrl",
          "bio",
          "company",
          "active",
          "score",
          "followers",
          "following",
          "tags",
          "address",
          "createdAt",
          "updatedAt",
          "url");
  private static final JsonReader.Options ADDRESS =
      JsonReader.Options.of("street", "city", "zip", "country", "latitude", "longitude");

  @Override
  public User fromJson(JsonReader json) throws IOException {
    User user = new User();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.selectName(USER)) {
        case 0 -> user.id = json.nextLong();
        case 1 -> user.login = json.nextString();
        case 2 -> user.name = json.nextString();
        case 3 -> user.email = json.nextString();
        case 4 -> user.avatarUrl = json.nextString();
        case 5 -> user.bio = json.nextString();
        case 6 -> user.company = json.nextString();
        case 7 -> user.active = json.nextBoolean();
        case 8 -> user.score = json.nextDouble();
        case 9 -> user.followers = json.nextInt();
        case 10 -> user.following = json.nextInt();
        case 11 -> user.tags = tags(json);
        case 12 -> user.address = address(json);
        case 13 -> user.createdAt = json.nextString();
        case 14 -> user.updatedAt = json.nextString();
        case 15 -> user.url = json.nextString();
        default -> {
          json.skipName();
          json.skipValue();
        }
      }
    }
    json.endObject();
    return user;
  }

  private static List<String> tags(JsonReader json) throws IOException {
    List<String> tags = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      tags.add(json.nextString());
    }
    json.endArray();
    return tags;
  }

  private static User.Address address(JsonReader json) throws IOException {
    User.Address address = new User.Address();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.selectName(ADDRESS)) {
        case 0 -> address.street = json.nextString();
        case 1 -> address.city = json.nextString();
        case 2 -> address.zip = json.nextString();
        case 3 -> address.country = json.nextString();
        case 4 -> address.latitude = json.nextDouble();
        case 5 -> address.longitude = json.nextDouble();
        default -> {
          json.skipName();
          json.skipValue();
        }
      }
    }
    json.endObject();
    return address;
  }

  @Override
  public void toJson(JsonWriter writer, User user) {
    throw new UnsupportedOperationException();
  }
}
