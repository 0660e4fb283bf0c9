// The survivors that docs/testing.md lists: for each file the mutants that no test sees, and why.

/**
 * @typedef {object} Survivor
 * @property {string} path of the file
 * @property {string} name of the mutant
 * @property {string} reason
 */

/**
 * Reads the page's fenced list: a path at the margin, below it each mutant, indented by two, and
 * below that its reason, indented by four.
 * @param {string} page @returns {readonly Survivor[]}
 */
export function survivorsIn(page) {
  const [, list = ""] = /^```survivors\n(.*?)^```/ms.exec(page) ?? [];
  let [path, name] = ["", ""];
  /** @type {Survivor[]} */
  const found = [];
  for (const line of list.split("\n").filter((one) => one !== "")) {
    const indent = line.search(/\S/);
    if (indent === 0) path = line;
    if (indent === 2) name = line.trim();
    if (indent === 4) found.push({ path, name, reason: line.trim() });
  }
  return found;
}
