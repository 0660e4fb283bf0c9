// What is in a release, for programs that look for known weaknesses: CycloneDX 1.6
// (https://cyclonedx.org/docs/1.6/json/), from the lock file alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Locked a package of the lock file
 * @property {string} version
 * @property {string} [license] an SPDX expression
 * @property {string} [integrity] `sha512-` and base64
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {Readonly<Record<string, string>>} [dependencies]
 */

/**
 * @param {string} root the project's folder
 * @param {object} given
 * @param {number} given.moment in seconds since 1970
 * @param {string} given.electron its version
 * @param {string} given.node its version, and the SHA-256 of its program in hex
 * @param {string} given.nodeSha256
 * @returns {string} JSON; the same for the same sources and programs
 */
export function sbom(root, { moment, electron, node, nodeSha256 }) {
  const { name, version, packages } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  const app = { type: "application", "bom-ref": `${name}@${version}`, name, version };
  const ours = Object.keys(packages).filter((path) => path !== "" && isOurs(packages[path]));
  const programs = [
    programOf("electron", electron, { licenses: [{ expression: "MIT" }] }),
    programOf("node", node, {
      licenses: [{ expression: "MIT" }],
      hashes: [{ alg: "SHA-256", content: nodeSha256 }],
    }),
  ];
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { timestamp: new Date(moment * 1000).toISOString(), component: app },
    components: [...programs, ...ours.map((path) => libraryOf(path, packages[path]))],
    dependencies: [
      {
        ref: app["bom-ref"],
        dependsOn: [
          ...programs.map((program) => program["bom-ref"]),
          ...needsOf("", packages[""], packages),
        ].toSorted(),
      },
      ...ours.map((path) => ({
        ref: refOf(path, packages[path]),
        dependsOn: needsOf(path, packages[path], packages),
      })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** @param {string} name @param {string} version @param {object} more */
const programOf = (name, version, more) => ({
  type: "platform",
  "bom-ref": `pkg:generic/${name}@${version}`,
  name,
  version,
  purl: `pkg:generic/${name}@${version}`,
  ...more,
});

/** @param {string} path @param {Locked} entry */
function libraryOf(path, entry) {
  const ref = refOf(path, entry);
  const [, hash] = /^sha512-(\S+)$/.exec(entry.integrity ?? "") ?? [];
  return {
    type: "library",
    "bom-ref": ref,
    name: nameOf(path),
    version: entry.version,
    purl: ref.split("#")[0],
    ...(entry.license === undefined ? {} : { licenses: [{ expression: entry.license }] }),
    ...(hash === undefined
      ? {}
      : { hashes: [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }] }),
  };
}

/**
 * Where one version is in two folders, it is two components with two references.
 * @param {string} path @param {Locked} entry
 */
const refOf = (path, { version }) => {
  const name = nameOf(path).replace(/^@/, "%40");
  const within = path.slice(0, path.lastIndexOf("node_modules/"));
  return `pkg:npm/${name}@${version}${within === "" ? "" : `#${within.replace(/\/$/, "")}`}`;
};

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/**
 * Found as Node finds them: in the package's own folder, then in those around it.
 * @param {string} path @param {Locked} entry @param {Readonly<Record<string, Locked>>} packages
 * @returns {readonly string[]} references
 */
function needsOf(path, { dependencies = {} }, packages) {
  return Object.keys(dependencies)
    .flatMap((name) => {
      for (let around = path; ; around = around.slice(0, around.lastIndexOf("node_modules/") - 1)) {
        const place = `${around === "" ? "" : `${around}/`}node_modules/${name}`;
        const found = packages[place];
        if (found !== undefined) return isOurs(found) ? [refOf(place, found)] : [];
        if (around === "") return [];
      }
    })
    .toSorted();
}

/** @param {Locked} entry */
const isOurs = ({ dev, optional, devOptional }) =>
  dev !== true && optional !== true && devOptional !== true;
