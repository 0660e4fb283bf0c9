// Says how far a step of the set-up is: in one line that is rewritten on a terminal, elsewhere in a
// new line every few seconds.

/** Milliseconds between two lines where no line can be rewritten. */
const APART = 3000;

/**
 * @typedef {object} Out where lines go: standard output, or what a test reads
 * @property {(text: string) => unknown} write
 * @property {boolean} [isTTY]
 * @property {number} [columns]
 */

/**
 * @param {string} step what is done, as people read it
 * @param {Out} [out]
 * @param {() => number} [clock] milliseconds
 */
export function meter(step, out = process.stdout, clock = Date.now) {
  const began = clock();
  let last = began;
  const seconds = () => `${Math.round((clock() - began) / 1000)} s`;
  // A line that wraps cannot be rewritten.
  const rewrite = (/** @type {string} */ line) =>
    out.write(`\r${line.slice(0, (out.columns ?? 80) - 1)}\u001B[K`);
  return {
    /** @param {string} far how much is done, or nothing where only the time is known */
    show(far) {
      const line = `set-up: ${step}: ${far === "" ? "" : `${far}, `}${seconds()}`;
      if (out.isTTY) rewrite(line);
      else if (clock() - last >= APART) {
        last = clock();
        out.write(`${line}\n`);
      }
    },
    /** @param {boolean} ok */
    end(ok) {
      if (out.isTTY) rewrite("");
      out.write(`set-up: ${step}: ${ok ? "done in" : "failed after"} ${seconds()}\n`);
    },
  };
}

/** @param {number} bytes @returns {number} */
const megabytes = (bytes) => Math.round(bytes / 1e6);

/** @param {number} bytes @returns {string} */
export const ofBytes = (bytes) => `${megabytes(bytes)} MB`;

/**
 * @param {number} bytes @param {number} total in bytes
 * @returns {string} such as `78 of 196 MB (40 %)`
 */
export function ofTotal(bytes, total) {
  const part = Math.min(bytes, total);
  return `${megabytes(part)} of ${ofBytes(total)} (${Math.floor((100 * part) / total)} %)`;
}
