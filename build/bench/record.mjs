// `sd verify` on a record of 100,000 entries beside `sha256sum` of the same bytes: whole processes.
// The one reads, compares and hashes entry by entry; the other hashes one stream of bytes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTurn, median, tellTable } from "./statistics.mjs";

const ENTRIES = 100_000;
const RUNS = 9;
const GOAL = 15;
const SCRIPT = fileURLToPath(
  new URL("../../ceremony-scripts/scripts/adoption.yaml", import.meta.url),
);

/**
 * @param {string} program the command line's own file
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether the goal is kept
 */
export async function benchRecord(program, { isSmallest }) {
  const entries = isSmallest ? 100 : ENTRIES;
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  try {
    const file = join(folder, "record.jsonl");
    const bytes = record(entries);
    writeFileSync(file, bytes);
    const taken = await inTurn(
      isSmallest ? 1 : RUNS,
      () => run(process.execPath, [program, "verify", file]),
      () => run("sha256sum", [file]),
    );
    const size = `${(bytes.length / 1024 / 1024).toFixed(0)} MiB`;
    return tellTable([
      {
        what:
          `\`sd verify\` of ${entries.toLocaleString("en")} entries (${size}) beside `
          + "`sha256sum` of the same bytes; whole processes",
        ours: median(taken.ours),
        theirs: median(taken.theirs),
        goal: GOAL,
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * An adoption, closed on paper, that is good by every rule: one step of it was begun, refused and
 * decided to be done again as often as is wanted.
 * @param {number} entries
 */
function record(entries) {
  const lines = [];
  let prev = "0".repeat(64);
  for (const { by, data, type } of adoption(entries)) {
    const seq = lines.length;
    const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
    const rest = { prev, seq, station: "offline", type };
    const head = JSON.stringify({ at, by, data: sorted(data) });
    const tail = JSON.stringify(rest);
    const hash = createHash("sha256")
      .update(`${head.slice(0, -1)},${tail.slice(1)}`)
      .digest("hex");
    lines.push(`${head.slice(0, -1)},"hash":"${hash}",${tail.slice(1)}\n`);
    prev = hash;
  }
  return Buffer.from(lines.join(""));
}

/** @typedef {{ readonly by: string, readonly type: string, readonly data: unknown }} Event */

/**
 * @param {number} entries
 * @returns {readonly Event[]}
 */
function adoption(entries) {
  const script = readFileSync(SCRIPT);
  const scriptSha256 = digestOf(script);
  const [ceremony, hsm] = ["0".repeat(32), "Contoso-Rehearsal-HSM"];
  const [officers, required] = [3, 2];
  const seats = ["officer-1", "officer-2", "officer-3"];
  const people = ["administrator", "witness", ...seats];
  const thumbprints = seats.map(digestOf);
  const sha256 = digestOf("domain");
  const file = { name: `${hsm}-SD.json`, sha256, size: 18885 };
  const files = [
    { label: "transfer", medium: "m1", ...file },
    { label: "domain-copy", medium: "m2", ...file },
  ];
  const network = { up: [], wasOnline: "no" };
  const opened = {
    ceremony,
    clock: "2026-01-01T00:00:00.000Z",
    confirmation: "apart",
    earlier: [],
    hsm,
    mode: "REHEARSAL",
    network,
    officers,
    participants: people.map((role) => ({ name: `Person ${role}`, role })),
    required,
    script: "adoption",
    scriptSha256,
    software: { commit: "c", runtime: "node", version: "1" },
  };
  const found = {
    files,
    officers: seats.map((officer, i) => ({
      keyName: `cert_${i}`,
      officer,
      signingName: "",
      signingThumbprint: "",
      thumbprint: thumbprints[i],
    })),
    origin: "The keys were made with openssl and az.",
    required,
    sha256,
    size: file.size,
    unchecked: ["seals", "people", "newest-domain", "signing-keys"],
    unprotected: [],
  };
  const keys = seats.flatMap((label, i) =>
    ["key", "cer"].map((ending) => ({
      label,
      medium: `m-${label}`,
      name: `cert_${i}.${ending}`,
      sha256: digestOf(`${label} ${ending}`),
      size: 1886,
    })),
  );
  const proof = {
    domainSha256: sha256,
    entries: 1,
    media: [...files, ...keys],
    opened: [{ sha256: digestOf("entry"), tag: "hsm_backup" }],
    required,
    subsets: [
      [1, 2],
      [1, 3],
      [2, 3],
    ],
  };
  const names = [...seats.map((officer) => `${officer} medium`), ...DOMAIN_MEDIA];
  const objects = names.map((object, i) => ({
    custodian: `Keeper ${i}`,
    object,
    place: `Site ${i}, safe`,
    seal: `S${i}`,
  }));
  const decidedBy = ["administrator", "witness"];
  const accepted = (/** @type {string} */ rule) =>
    of("deviation-accepted", { decidedBy, reason: "This is all there is.", rule });
  const consent = {
    accepted: [],
    ceremony,
    domainSha256: sha256,
    exchangeAttested: "",
    exchangeThumbprint: "",
    hsm,
    officers,
    required,
    scriptSha256,
    signers: [],
    thumbprints,
  };
  const began = (/** @type {string} */ step) => of("step-began", { network, step }, "app");
  const before = [of("opened", opened), of("step-began", { step: "open" }, "app"), ...end("open")];
  const after = [
    began("find-domain"),
    of("domain-found", found),
    ...end("find-domain"),
    began("prove-quorum"),
    ...seats.map((officer) => of("seat-taken", { officer, step: "prove-quorum" }, officer)),
    of("quorum-proven", proof, "app"),
    ...end("prove-quorum"),
    of("step-began", { step: "take-into-custody" }, "app"),
    accepted("quorum"),
    accepted("sites"),
    of("custody-recorded", { objects }),
    ...end("take-into-custody"),
    of("step-began", { step: "close" }, "app"),
    of("closing-on-paper", { consent, present: people }),
  ];
  const again = [
    began("find-domain"),
    of("refused", { code: "E-DOMAIN-NONE", step: "find-domain" }, "app"),
    of("exception-noted", {
      decided: "Another medium is put in, and the step is done again.",
      decidedBy,
      decision: "repeat",
      expected: "The domain is on one of its two media.",
      happened: "It was on neither of them.",
      step: "find-domain",
    }),
  ];
  const times = Math.max(0, Math.ceil((entries - before.length - after.length) / again.length));
  return [...before, ...Array.from({ length: times }, () => again).flat(), ...after];
}

const DOMAIN_MEDIA = ["transfer medium", "domain copy medium"];

/**
 * @param {string} type
 * @param {unknown} data
 * @returns {Event}
 */
const of = (type, data, by = "administrator") => ({ type, by, data });

/** @param {string} step */
const end = (step) => [
  of("step-performed", { step }),
  of("step-done", { confirmedBy: "witness", step }, "witness"),
];

/** @param {string | Buffer} what */
const digestOf = (what) => createHash("sha256").update(what).digest("hex");

/**
 * Members in their order, as a record has them.
 * @param {unknown} value
 * @returns {unknown}
 */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const ended = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (ended.status !== 0) throw new Error(`${command} ended with ${ended.status}`);
}
