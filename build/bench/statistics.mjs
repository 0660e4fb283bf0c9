// What many runs come to, and how it is told.

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ i) => sorted[i] ?? Infinity;
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? at(Math.floor(half)) : (at(half - 1) + at(half)) / 2;
}

/** @param {readonly number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Milliseconds that the work takes.
 * @param {() => unknown} work
 */
export async function millisecondsOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Two works in turn, so that whatever else the machine does falls on both; before several rounds one
 * warms up, which does not count.
 * @param {number} runs
 * @param {() => unknown} ours @param {() => unknown} theirs
 * @returns {Promise<{ours: number[], theirs: number[]}>} milliseconds
 */
export async function inTurn(runs, ours, theirs) {
  /** @type {{ours: number[], theirs: number[]}} */
  const taken = { ours: [], theirs: [] };
  for (let run = runs === 1 ? 1 : 0; run <= runs; run++) {
    const pair = [await millisecondsOf(ours), await millisecondsOf(theirs)];
    if (run === 0) continue;
    taken.ours.push(pair[0] ?? Infinity);
    taken.theirs.push(pair[1] ?? Infinity);
  }
  return taken;
}

/**
 * How likely two samples of one distribution are at least so far apart: the rank sum test of
 * Wilcoxon, two-sided, by the normal approximation (for samples of hundreds and more).
 * @param {readonly number[]} first @param {readonly number[]} second
 * @returns {number} p, 0 to 1
 */
export function rankSum(first, second) {
  const [n, m] = [first.length, second.length];
  const all = [
    ...first.map((value) => ({ value, own: true })),
    ...second.map((value) => ({ value, own: false })),
  ].sort((a, b) => a.value - b.value);
  let sum = 0;
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (all[to]?.value === all[from]?.value && to < all.length) to++;
    const rank = (from + 1 + to) / 2;
    sum += rank * all.slice(from, to).filter(({ own }) => own).length;
  }
  const z = (sum - (n * (n + m + 1)) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return tails(Math.abs(z));
}

/**
 * Both tails of the normal distribution beyond z, by Simpson's rule on its density.
 * @param {number} z not negative
 */
function tails(z) {
  const [steps, end] = [1000, Math.max(z, 8) + 4];
  const width = (end - z) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++)
    sum += weightAt(i, steps) * Math.exp(-((z + i * width) ** 2) / 2);
  return (2 * ((sum * width) / 3)) / Math.sqrt(2 * Math.PI);
}

/** @param {number} i @param {number} steps */
const weightAt = (i, steps) => (i === 0 || i === steps ? 1 : 2 + 2 * (i % 2));

/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} what
 * @property {number} ours milliseconds
 * @property {number} [theirs] milliseconds; without it the goal is a time
 * @property {number} goal what is promised, at most: the ratio, or milliseconds
 */

/** @typedef {{isSmallest: boolean}} Size the smallest shows that a bench runs, and measures nothing */

/**
 * Prints the rows as a table in Markdown.
 * @param {readonly Row[]} rows
 * @returns {boolean} whether every goal is kept
 */
export function tellTable(rows) {
  console.log("| What | Ours | Theirs | Ratio | Goal | Kept |\n|---|---|---|---|---|---|");
  const kept = rows.map(({ what, ours, theirs, goal }) => {
    const ratio = theirs === undefined ? undefined : ours / theirs;
    const isKept = (ratio ?? ours) <= goal;
    const beside = ratio === undefined ? " | " : `${theirs?.toFixed(0)} ms | ${ratio.toFixed(2)}`;
    const promised = `at most ${goal}${ratio === undefined ? " ms" : ""}`;
    console.log(
      `| ${what} | ${ours.toFixed(0)} ms | ${beside} | ${promised} | ${isKept ? "yes" : "no"} |`,
    );
    return isKept;
  });
  return kept.every(Boolean);
}
