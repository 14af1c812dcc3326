package dev.pageturner.benchmark;

import java.util.List;

/** An item with all the fields of its JSON, as Moshi decodes it by reflection. */
final class User {
  long id;
  String login;
  String name;
  String email;
  String avatarUrl;
  String bio;
  String company;
  boolean active;
  double score;
  int followers;
  int following;
  List<String> tags;
  Address address;
  String createdAt;
  String updatedAt;
  String url;

  /** Where a user lives. */
  static final class Address {
    String street;
    String city;
    String zip;
    String country;
    double latitude;
    double longitude;
  }
}
