/**
 * Rounds of PBKDF2-HMAC-SHA256 that protect the keys we write: OWASP's number of 2023. In a file of
 * its own, so that programs for tests can be built with fewer.
 */
export const ROUNDS = 600_000;
