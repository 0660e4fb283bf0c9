// Adds up what the test runners did, and says whether that is a pass.

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped full names of the tests passed over
 */

/**
 * The parts we read of vitest's JSON report.
 * @typedef {object} VitestReport
 * @property {readonly {status: string, name: string,
 *   assertionResults: readonly {status: string, fullName: string}[]}[]} testResults
 */

/** A test with these words in its name may be passed over anywhere: that folder is not ours. */
const FOREIGN = "needs ../shared";

/**
 * Counts a vitest run. A file that fails outside its tests counts as one failure, and so does a run
 * that ends badly though no test failed.
 * @param {VitestReport | undefined} report undefined when none was written
 * @param {number} exitCode
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const brokenFiles = files.filter(({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some(isFailed));
  const passed = tests.filter((test) => test.status === "passed").length;
  const failed = tests.filter(isFailed).length + brokenFiles.length;
  const skipped = tests.filter((test) => test.status !== "passed" && !isFailed(test));
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: skipped.map((test) => test.fullName),
  };
}

/** @param {readonly Count[]} counts @returns {Count} */
export function addUp(counts) {
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
    skipped: counts.flatMap((count) => count.skipped),
  };
}

/**
 * @param {Count} count
 * @param {boolean} judging whether this machine judges (CI=true): then nothing may be passed over
 * @returns {{line: string, ok: boolean}} the closing line, and whether the run is a pass
 */
export function verdict(count, judging) {
  const { passed, failed, skipped } = count;
  const unexcused = skipped.filter((name) => !name.includes(FOREIGN));
  const over = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  return {
    line: `${passed} passed, ${failed} failed${over}`,
    ok: failed === 0 && passed > 0 && !(judging && unexcused.length > 0),
  };
}

/** @param {{status: string}} test */
function isFailed(test) {
  return test.status === "failed";
}
