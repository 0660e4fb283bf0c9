// The licences of other people's work in the app, in one text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PAPERS = /^(licen[cs]e|notice|copying|third[_-]party)/i;
const RULE = "=".repeat(78);

/** Work inside a package that its own papers do not name. */
const CREDITS = `The words that the app proposes for a passphrase are the Electronic Frontier
Foundation's long word list for dice, by Joseph Bonneau (Creative Commons Attribution 3.0
United States), as @zxcvbn-ts/language-common carries it.
Electron's and Chromium's own licences lie beside the program, Node's at the end of this text and
beside its own.`;

/**
 * Every package that the lock file has for the app itself, with what it says of its licence.
 * @param {string} root the project's folder
 * @param {string} node the licences of the Node that runs \`sd\`
 * @returns {string}
 */
export function notices(root, node) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const names = Object.keys(packages).filter((name) => name !== "" && isOurs(packages[name]));
  const parts = names.map((name) => {
    const { version, license = "see below" } = packages[name];
    const title = name.slice(name.lastIndexOf("node_modules/") + "node_modules/".length);
    return [`${title} ${version} (${license})`, ...papers(join(root, name))].join("\n\n");
  });
  return `${[CREDITS, ...parts, `Node.js\n\n${node.trim()}`].join(`\n\n${RULE}\n`)}\n`;
}

/** @param {{dev?: boolean, optional?: boolean, devOptional?: boolean}} entry of the lock file */
function isOurs({ dev, optional, devOptional }) {
  return dev !== true && optional !== true && devOptional !== true;
}

/** @param {string} folder @returns {readonly string[]} */
function papers(folder) {
  return readdirSync(folder)
    .filter((name) => PAPERS.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").trim());
}
