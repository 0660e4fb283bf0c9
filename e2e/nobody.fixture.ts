// Who runs the app in tests that root runs.
import process from "node:process";

/**
 * Nobody, and one user less for each further worker: of one user only one copy of the app acts as a
 * station, and the tests of several workers run side by side.
 */
export const NOBODY = 65_534 - Number(process.env["TEST_PARALLEL_INDEX"] ?? 0);
