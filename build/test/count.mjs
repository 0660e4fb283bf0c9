// Adds up what the test runners did, and says whether that is a pass.
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped full names of the tests passed over
 * @property {readonly string[]} failures a line for each failed test, with why it failed
 * @property {readonly {path: string, seconds: number}[]} files how long each test file took
 */

/**
 * The parts we read of vitest's JSON report.
 * @typedef {object} VitestReport
 * @property {readonly ReportedFile[]} testResults
 */

/**
 * @typedef {object} ReportedFile
 * @property {string} name its path
 * @property {string} status
 * @property {string} message why the file broke outside its tests
 * @property {number} startTime in ms
 * @property {number} endTime in ms
 * @property {readonly {status: string, fullName: string, failureMessages: readonly string[]}[]}
 *   assertionResults
 */

/**
 * The parts we read of Playwright's JSON report. A suite is a file, or what `describe` makes.
 * @typedef {object} PlaywrightReport
 * @property {readonly ReportedSuite[]} suites
 * @property {readonly {message?: string}[]} errors what broke outside all tests
 */

/**
 * @typedef {object} ReportedSuite
 * @property {string} title
 * @property {string} file its path, from the folder of the tests' project
 * @property {readonly ReportedSuite[]} [suites]
 * @property {readonly {title: string, tests: readonly ReportedTest[]}[]} specs
 */

/**
 * @typedef {object} ReportedTest
 * @property {"expected" | "unexpected" | "flaky" | "skipped"} status
 * @property {readonly {duration: number, errors?: readonly {message?: string}[]}[]} results
 */

/** A test with these words in its name may be passed over anywhere: that folder is not ours. */
const FOREIGN = "needs ../shared";

/** How much of a failure's first line is said again at the end, in characters. */
const LONGEST_REASON = 300;

/** So many of the files that took longest are told. */
const TOLD_FILES = 12;

/**
 * Counts a vitest run. A file that fails outside its tests counts as one failure, and so does a run
 * that ends badly though no test failed.
 * @param {VitestReport | undefined} report undefined when none was written
 * @param {number} exitCode
 * @param {string} folder that of the project: paths are told from there
 * @returns {Count}
 */
export function countVitest(report, exitCode, folder) {
  const files = (report?.testResults ?? []).map((file) => ({
    ...file,
    path: relative(folder, file.name),
  }));
  const tests = files.flatMap((file) => file.assertionResults);
  const found = files.flatMap(failuresOf);
  const failures =
    found.length === 0 && exitCode !== 0 ? [`the run itself, which ended with ${exitCode}`] : found;
  const skipped = tests.filter((test) => test.status !== "passed" && !isFailed(test));
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    failed: failures.length,
    skipped: skipped.map((test) => test.fullName),
    failures,
    files: files.map(({ path, startTime, endTime }) => ({
      path,
      seconds: (endTime - startTime) / 1000,
    })),
  };
}

/**
 * Counts a run of Playwright Test. What breaks outside the tests counts as a failure, and so does a
 * run that ends badly though no test failed.
 * @param {PlaywrightReport | undefined} report undefined when none was written
 * @param {number} exitCode
 * @param {string} folder that of the configuration, from which its paths are told
 * @returns {Count}
 */
export function countPlaywright(report, exitCode, folder) {
  const tests = (report?.suites ?? []).flatMap((suite) => testsIn(suite, suite.title));
  const broken = (report?.errors ?? []).map(
    ({ message }) => `outside the tests: ${start(message)}`,
  );
  const failed = tests
    .filter(({ status }) => status === "unexpected" || status === "flaky")
    .map(({ file, name, why }) => `${join(folder, file)}: ${name}: ${start(why)}`);
  const found = [...broken, ...failed];
  const failures =
    found.length === 0 && exitCode !== 0 ? [`the run itself, which ended with ${exitCode}`] : found;
  const files = [...new Set(tests.map(({ file }) => file))].map((file) => ({
    path: join(folder, file),
    seconds: tests.reduce((sum, test) => sum + (test.file === file ? test.seconds : 0), 0),
  }));
  return {
    passed: tests.filter(({ status }) => status === "expected").length,
    failed: failures.length,
    skipped: tests.filter(({ status }) => status === "skipped").map(({ name }) => name),
    failures,
    files,
  };
}

/**
 * @param {ReportedSuite} suite @param {string} file @param {string} [prefix]
 * @returns {readonly {file: string, name: string, status: string, seconds: number, why: string}[]}
 */
function testsIn({ specs, suites = [] }, file, prefix = "") {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ status, results }) => ({
      file,
      name: `${prefix}${title}`,
      status,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      why: results.at(-1)?.errors?.[0]?.message ?? "",
    })),
  );
  const deeper = suites.flatMap((one) => testsIn(one, file, `${prefix}${one.title} `));
  return [...own, ...deeper];
}

/** @param {ReportedFile & {path: string}} file @returns {readonly string[]} */
function failuresOf({ path, status, message, assertionResults }) {
  const failed = assertionResults.filter(isFailed);
  if (failed.length === 0) return status === "failed" ? [`${path}: ${start(message)}`] : [];
  return failed.map(
    ({ fullName, failureMessages }) => `${path}: ${fullName}: ${start(failureMessages[0])}`,
  );
}

/** The line that says why; the rest is above, in the runner's own words. @param {string} [why] */
function start(why = "") {
  // What vitest's report has instead of "timed out": the words in which it kept the place.
  if (why.startsWith("Error: STACK_TRACE_ERROR")) return "it did not end in its time";
  // Playwright colours what it reports.
  return stripVTControlCharacters(why.split("\n")[0] ?? "").slice(0, LONGEST_REASON);
}

/** @param {readonly Count[]} counts @returns {Count} */
export function addUp(counts) {
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
    skipped: counts.flatMap((count) => count.skipped),
    failures: counts.flatMap((count) => count.failures),
    files: counts.flatMap((count) => count.files),
  };
}

/**
 * What is said before the closing line, for who sees the end of the output alone: which files took
 * longest, what was passed over, and what failed.
 * @param {Count} count @returns {readonly string[]} lines
 */
export function summary({ files, skipped, failures }) {
  const longest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, TOLD_FILES);
  return [
    ...longest.map(({ path, seconds }) => `took ${seconds.toFixed(0)} s: ${path}`),
    ...skipped.map((name) => `passed over: ${name}`),
    ...failures.map((failure) => `failed: ${failure}`),
  ];
}

/**
 * Where nothing may be passed over, what was is a failure: but for what needs files of others.
 * @param {Count} count @returns {Count}
 */
export function passedOverNothing(count) {
  const excused = count.skipped.filter((name) => name.includes(FOREIGN));
  const failures = count.skipped
    .filter((name) => !name.includes(FOREIGN))
    .map((name) => `${name}: it was passed over, and here nothing may be`);
  return {
    ...count,
    skipped: excused,
    failed: count.failed + failures.length,
    failures: [...count.failures, ...failures],
  };
}

/**
 * @param {Count} count
 * @returns {{line: string, ok: boolean}} the closing line, and whether the run is a pass
 */
export function verdict({ passed, failed, skipped }) {
  const over = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  return { line: `${passed} passed, ${failed} failed${over}`, ok: failed === 0 && passed > 0 };
}

/** @param {{status: string}} test */
function isFailed(test) {
  return test.status === "failed";
}
