package dev.pageturner.openapi.check;

/** How much a finding matters, the worst first. */
public enum Severity {
  /** Clients lose items or get them twice. */
  ERROR,
  /** Clients have to guess, or fail where they need not. */
  WARNING,
  /** Worth knowing; nothing is wrong. */
  NOTE
}
