// `sd restore-blob` beside `az keyvault security-domain restore-blob`, and beside the least that node can do
// for it: whole processes, from their start to their end, on the same files.
import { spawnSync } from "node:child_process";
import { constants, publicEncrypt, randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTurn, median } from "./statistics.mjs";

const RUNS = 9;
/** Of what az takes, by bits: keys in the clear, and under passphrases. */
const GOALS = /** @type {const} */ ([
  [2048, 0.3, 0.4],
  [4096, 0.2, 0.3],
]);
/** Of the least that node can do. */
const FLOOR_GOAL = 1.6;
const FLOOR = fileURLToPath(new URL("restore-floor-main.cjs", import.meta.url));
const PASSPHRASE = "three officers, two keys";
/** As OWASP advises and as this app writes. */
const ROUNDS = 600_000;
const EXCHANGE = "crypto/vectors/independent/2of3-rsa2048/exchange.pem";
/** az confirms nothing, and has no flag for it. */
const CONFIRMED = [
  "--exchange-sha256",
  "44f4c50540be0ba5c945b326ec030043fded675cb62432e32c4e8d040ae721ff",
];

/**
 * @param {string} root @param {string} folder where the files may lie
 * @param {import("./engines.mjs").Engines} engines
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<import("./statistics.mjs").Row[]>} medians
 */
export async function benchRestoreBlob(root, folder, engines, { isSmallest }) {
  const rows = [];
  for (const [bits, inTheClear, underPassphrases] of isSmallest ? GOALS.slice(0, 1) : GOALS)
    for (const locked of isSmallest ? [false] : [false, true]) {
      const place = join(folder, `${bits}-${locked ? "locked" : "plain"}`);
      makeFiles(root, place, bits, locked, engines);
      const given = argumentsOf(place);
      const ours = [
        join(root, "dist", "sd.cjs"),
        "restore-blob",
        ...given(locked ? ["--passphrase-file", join(place, "passphrases")] : []),
        ...CONFIRMED,
      ];
      const theirs = [
        "keyvault",
        "security-domain",
        "restore-blob",
        ...given(locked ? ["--passwords", PASSPHRASE, PASSPHRASE] : []),
      ];
      const taken = await inTurn(
        isSmallest ? 1 : RUNS,
        () => run(place, process.execPath, ours),
        () => run(place, "az", theirs),
      );
      const protection = locked ? `, passphrases under ${ROUNDS.toLocaleString("en")} rounds` : "";
      rows.push({
        what: `\`sd restore-blob\` beside az, RSA-${bits}${protection}; whole processes`,
        ours: median(taken.ours),
        theirs: median(taken.theirs),
        goal: locked ? underPassphrases : inTheClear,
      });
      const least = [FLOOR, place, ...(locked ? [PASSPHRASE] : [])];
      const beside = await inTurn(
        isSmallest ? 1 : RUNS,
        () => run(place, process.execPath, ours),
        () => run(place, process.execPath, least),
      );
      rows.push({
        what: `\`sd restore-blob\` beside its floor, RSA-${bits}${protection}; whole processes`,
        ours: median(beside.ours),
        theirs: median(beside.theirs),
        goal: FLOOR_GOAL,
      });
    }
  return rows;
}

/**
 * A domain of three officers with a quorum of two; locked keys are as openssl writes them.
 * @param {string} root @param {string} place @param {number} bits @param {boolean} locked
 * @param {import("./engines.mjs").Engines} engines
 */
function makeFiles(root, place, bits, locked, { makeDomain, makeOfficer, writePem }) {
  mkdirSync(place);
  const officers = [1, 2, 3].map((n) => makeOfficer(`officer ${n}`, bits));
  writeFileSync(join(place, "sd.json"), makeDomain(3, 2, officers).text);
  copyFileSync(join(root, EXCHANGE), join(place, "exchange.pem"));
  writeFileSync(join(place, "passphrases"), `${PASSPHRASE}\n${PASSPHRASE}\n`);
  officers.slice(0, 2).forEach(({ pkcs8, certificate }, i) => {
    writeFileSync(join(place, `cert_${i}.cer`), certificate.pem);
    const sealing = { key: certificate.pem, padding: constants.RSA_PKCS1_OAEP_PADDING };
    const sealed = publicEncrypt({ ...sealing, oaepHash: "sha256" }, randomBytes(32));
    writeFileSync(join(place, `sealed_${i}`), sealed);
    const key = join(place, `cert_${i}.key`);
    const pem = writePem("PRIVATE KEY", pkcs8);
    if (!locked) writeFileSync(key, pem);
    else
      must(
        spawnSync(
          "openssl",
          [
            "pkcs8",
            "-topk8",
            "-v2",
            "aes-256-cbc",
            "-v2prf",
            "hmacWithSHA256",
            "-iter",
            String(ROUNDS),
            "-passout",
            `pass:${PASSPHRASE}`,
            "-out",
            key,
          ],
          { input: pem },
        ),
      );
  });
}

/** @param {string} place @returns {(more: readonly string[]) => string[]} */
const argumentsOf = (place) => (more) => [
  "--sd-file",
  join(place, "sd.json"),
  "--sd-exchange-key",
  join(place, "exchange.pem"),
  "--sd-wrapping-keys",
  join(place, "cert_0.key"),
  join(place, "cert_1.key"),
  "--sd-file-restore-blob",
  join(place, "blob.json"),
  ...more,
];

/** @param {string} place @param {string} program @param {readonly string[]} args */
function run(place, program, args) {
  rmSync(join(place, "blob.json"), { force: true });
  // Telemetry would only slow az down. A package starts its Node without more roots to read.
  const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
  const env = { ...others, AZURE_CORE_COLLECT_TELEMETRY: "false" };
  must(spawnSync(program, [...args], { stdio: ["ignore", "ignore", "pipe"], env }));
}

/** @param {import("node:child_process").SpawnSyncReturns<Buffer>} ended */
function must({ status, stderr, error }) {
  if (status !== 0) throw error ?? new Error(`a program that is measured failed:\n${stderr}`);
}
