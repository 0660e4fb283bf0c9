// npm run release [-- FOLDER] [--image], with the words of build/package/making.mjs: the packages of this
// system, and the offline station's live image, with everything that someone needs to check them. The
// same sources and programs give the same bytes; a signature is another one each time, so who makes a
// release again gives the published one.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle/bundle.mjs";
import { makeImage } from "./image.mjs";
import { MANIFEST, SIGNATURE, signManifest } from "./manifest.mjs";
import { packageApp, packDeb, packTar } from "./package.mjs";
import { isSignedBy, readMaking } from "./package/making.mjs";
import { momentOf } from "./package/moment.mjs";
import { sha256Of } from "./package/sha256.mjs";
import { sbom } from "./release/sbom.mjs";
import { SUMS, WORDS, wordsOf, writeSums } from "./release/sums.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SD = join(ROOT, "dist", "sd.cjs");

await main(process.argv.slice(2));

/** @param {string[]} args */
async function main(args) {
  const { out, making, has } = await readMaking(args, join(ROOT, "dist", "release"), ["image"]);
  await bundle();
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { folder } = await packageApp(join(out, "packed"), making);
  await fill(out, folder);
  rmSync(join(out, "packed"), { recursive: true });
  if (has("image")) await addImage(out, making);
  const sums = writeSums(out, SD);
  if (making.key !== undefined)
    writeFileSync(join(out, `${SUMS}.sig`), signManifest(sums, making.key));
  console.log(readFileSync(join(out, WORDS), "utf8"));
  console.log(`${SUMS}\n${wordsOf(join(out, SUMS), SD)}\n`);
  console.log(`made ${out}`);
  if (!isSignedBy(making)) console.log("It is unsigned: its packages offer rehearsals only.");
}

/**
 * Puts in what a release has beside its sums.
 * @param {string} out @param {string} folder the packed app
 */
async function fill(out, folder) {
  const made = process.platform === "linux" ? [packDeb(folder), await packTar(folder)] : [];
  for (const file of made) copyFileSync(file, join(out, basename(file)));
  for (const name of [MANIFEST, SIGNATURE]) copyFileSync(join(folder, name), join(out, name));
  copyFileSync(join(folder, "resources", "NOTICES.txt"), join(out, "LICENCES.txt"));
  const [, electron = ""] =
    /^# electron (\S+)/m.exec(readFileSync(join(out, MANIFEST), "utf8")) ?? [];
  const node = process.platform === "win32" ? "node.exe" : "node";
  const bom = sbom(ROOT, {
    moment: momentOf(ROOT),
    electron,
    node: process.versions.node,
    nodeSha256: sha256Of(join(folder, "command", node)),
  });
  writeFileSync(join(out, "sbom.cdx.json"), bom);
  writeFileSync(join(out, "NOTES.md"), notes());
}

/**
 * The image's app has the manifest and the signature of the packages beside it.
 * @param {string} out @param {import("./package/making.mjs").Making} making
 */
async function addImage(out, making) {
  const { electron } = making;
  const signature = isSignedBy(making) ? readFileSync(join(out, SIGNATURE)) : undefined;
  const { kind } = await makeImage(out, { electron, signature });
  if (kind === "rehearsal") console.log("Its live image is a rehearsal image.");
}

/** What the newest heading of the changelog says. @returns {string} */
function notes() {
  const text = readFileSync(join(ROOT, "CHANGELOG.md"), "utf8");
  const [, newest] = text.split(/^(?=## )/m);
  if (newest === undefined) throw new Error("the changelog has no heading");
  return `${newest.trim()}\n`;
}
