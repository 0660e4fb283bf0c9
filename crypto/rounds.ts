/**
 * Rounds of PBKDF2-HMAC-SHA256 that protect a key which we write: OWASP's number of 2023. Alone in
 * its file, so that programs which only tests run can be made with fewer.
 */
export const ROUNDS = 600_000;
