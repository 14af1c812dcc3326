package dev.pageturner.samples.accounts;

/**
 * A payment, as far as it is of interest.
 *
 * @param id what the API knows it by
 * @param amount how much
 */
public record Payment(String id, Money amount) {
  /**
   * An amount of money.
   *
   * @param amount in the smallest unit of the currency
   * @param currency three letters
   */
  public record Money(long amount, String currency) {}
}
