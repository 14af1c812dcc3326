package dev.pageturner.internal.url;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether a parameter holds a secret, by its name alone.
 *
 * <p>Whole names, since cursors are called {@code page_token}, {@code next_token} or
 * {@code continuation_token} and must stay.
 */
public final class SecretNames {
  /** Without the signs that APIs write differently: api_key, api-key and apiKey are one name. */
  private static final Set<String> KNOWN = Set.of(
      "apikey",
      "xapikey",
      "apitoken",
      "apisecret",
      "appkey",
      "appsecret",
      "key",
      "accesskey",
      "accesskeyid",
      "awsaccesskeyid",
      "privatekey",
      "secretkey",
      "subscriptionkey",
      "ocpapimsubscriptionkey",
      "token",
      "accesstoken",
      "refreshtoken",
      "idtoken",
      "authtoken",
      "bearertoken",
      "privatetoken",
      "sessiontoken",
      "securitytoken",
      "jwt",
      "auth",
      "authorization",
      "authkey",
      "credential",
      "credentials",
      "password",
      "passwd",
      "pwd",
      "passphrase",
      "secret",
      "clientsecret",
      "clientassertion",
      "sig",
      "signature",
      "hmac",
      "xamzsignature",
      "xamzcredential",
      "xamzsecuritytoken",
      "xgoogsignature",
      "xgoogcredential",
      "session",
      "sessionid",
      "sessionkey",
      "jsessionid",
      "phpsessid",
      "sid");

  /** Names that cursors have too: known as a secret only where the request itself has one. */
  private static final Set<String> AMBIGUOUS = Set.of("token", "key");

  private final Set<String> given;

  /** Knows the usual names, and these. */
  public SecretNames(Set<String> given) {
    this.given = given.stream().map(SecretNames::plain).collect(Collectors.toUnmodifiableSet());
  }

  /** {@return whether a parameter of that name holds a secret} */
  public boolean contains(String name) {
    return KNOWN.contains(plain(name)) || given.contains(plain(name));
  }

  /** {@return whether a parameter that a server wrote may be where the next page starts} */
  public boolean mayBeCursor(String name) {
    return AMBIGUOUS.contains(plain(name)) && !given.contains(plain(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_.\\- ]", "");
  }
}
