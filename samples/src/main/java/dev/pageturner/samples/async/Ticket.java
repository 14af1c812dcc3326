package dev.pageturner.samples.async;

/** A ticket; in the list it has an id only. */
final class Ticket {
  int id;
  String title = "";

  @Override
  public String toString() {
    return id + " " + title;
  }
}
