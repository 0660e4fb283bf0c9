// One entry of each type, with every member that it may have: made of its form, where it is not here.
import * as z from "zod/mini";
import { digestOf } from "./record.fixture.ts";
import type { Consent } from "./entries/consent.ts";
import type { RecordEntry } from "../record/kind.ts";
import { ENTRIES, type EventData } from "./entries/index.ts";

const sha256 = digestOf("sample");
const at = "2026-01-31T09:00:00.000Z";
const officer = "officer-1";
const step = "a-step";
const decidedBy = ["administrator", "witness"];
const files = [{ medium: "m-1", label: "transfer", name: "sd.json", size: 18885, sha256 }];
const keys = [{ name: "payments", version: "v1", publicSha256: sha256 }];
const roles = [{ principal: "p", role: "r", roleName: "Crypto Officer", scope: "/" }];
const software = {
  version: "1",
  commit: "c",
  runtime: "node",
  system: "Linux",
  program: sha256,
  verifier: sha256,
};
const moved = { object: "officer-1 card", seal: "0048", from: "Ines", to: "Jonas", place: "Safe" };
const standing = {
  officers: [
    {
      officer,
      name: "Ines",
      keyName: "cert_0",
      signingName: "sign_0",
      thumbprint: sha256,
      signingThumbprint: "",
      sealsSeenAt: at,
      keyOpenedAt: "",
      trouble: "lost" as const,
    },
  ],
  objects: [
    { object: "officer-1 card", seal: "0048", place: "Safe", custodian: "Ines", seenAt: at },
  ],
  handOffs: [{ ...moved, at }],
  photographs: [{ object: "officer-1 card", seal: "0048", sha256, at }],
};
const consent: Consent = {
  ceremony: "c",
  scriptSha256: sha256,
  hsm: "Contoso-HSM",
  officers: 3,
  required: 2,
  thumbprints: [sha256],
  signers: [{ officer, certificate: sha256 }],
  domainSha256: sha256,
  exchangeThumbprint: "",
  exchangeAttested: "",
  accepted: ["E-SOME"],
};
const points = [
  { point: "clock", verdict: "wrong" as const, sentence: "It is off.", next: "Set it." },
];

export const SAMPLES = {
  "step-done": { step, confirmedBy: "witness" },
  "restore-waited": { since: at, advised: 1800, waited: 2 },
  "domain-written": { sha256, size: 18885, files },
  "exchange-key-fetched": { thumbprint: sha256, verdict: "attested", certificate: "PEM", files },
  opened: {
    ceremony: "c",
    mode: "REHEARSAL",
    script: "activation",
    scriptSha256: sha256,
    hsm: "Contoso-HSM",
    officers: 3,
    required: 2,
    renewed: [2],
    clock: at,
    software,
    participants: [{ role: officer, name: "Ines" }],
    confirmation: "apart",
    anchor: "none",
    unvouched: [officer],
    stamps: [{ sha256, authority: "Contoso TSA", time: at }],
    network: { up: ["eth0"], wasOnline: "yes" },
    earlier: [
      {
        ...standing,
        head: sha256,
        hsm: "Contoso-HSM",
        required: 2,
        domainSha256: sha256,
        domainFile: "sd.json",
        subsets: [[1, 2]],
        provenAt: at,
        attestedAt: "",
        drilledAt: "",
        dryRunAt: at,
        backup: { container: "c", folder: "f", at },
        poolRoot: sha256,
        deviations: [{ rule: "sites", reason: "One." }],
        last: {
          at,
          people: [{ role: "witness", name: "Walter" }],
          software,
          scripts: [{ script: "activation", sha256 }],
        },
      },
    ],
  },
  chosen: { step, goTo: "another-step" },
  "exception-noted": {
    expected: "Quiet",
    happened: "A bell",
    decided: "Go on",
    decidedBy,
    step,
    decision: "repeat",
    notedAt: at,
    corrects: { record: sha256, entry: 3 },
  },
  "incident-found": { step, medium: "transfer", files: ["key.pem"], foundAt: at },
  refused: { step, code: "E-WORDS-LINE" },
  "recess-began": { step, seals: [{ object: "transfer", seal: "0048" }] },
  "recess-ended": { step, seals: [{ object: "transfer", seal: "0048" }], confirmedBy: "witness" },
  resumed: { step, done: 3, again: true, confirmedBy: "witness" },
  "seat-changed": {
    role: officer,
    from: "Ines",
    toRole: "officer-2",
    to: "Jonas",
    reason: "Ill",
    decidedBy,
  },
  aborted: {
    reason: "Fire",
    decidedBy,
    remains: [{ object: "hsm", because: "hsm-untouched", deed: "none", by: "administrator" }],
  },
  "seats-simulated": { roles: ["administrator", "officer-2"] },
  "trial-told": {
    seed: "7",
    nonce: sha256,
    trials: [{ trial: "wrong-seal", step, seat: 1, set: false }],
  },
  "step-began": { step, network: { up: [], wasOnline: "no" } },
  "clock-jumped": { before: "2026-01-31T09:00:00.000Z", after: "2026-01-31T08:00:00.000Z" },
  "network-seen": { step, network: { up: ["enx0"], wasOnline: "yes" } },
  "key-making-began": { officer, media: ["m-1"], files: ["cert_0.pem"] },
  "unrecorded-removed": { officer, files: ["cert_0.pem"] },
  "key-made": {
    officer,
    bits: 3072,
    certificate: "PEM",
    thumbprint: sha256,
    signingCertificate: "PEM",
    signingThumbprint: sha256,
    files,
  },
  "key-opened": { officer, media: ["officer-1"] },
  "thumbprint-confirmed": { officer, station: "connected", thumbprint: sha256 },
  "taken-over": { step, from: "offline", head: sha256 },
  "download-began": { required: 2, thumbprints: [sha256] },
  "download-again-decided": { reason: "The answer was lost", decidedBy },
  "domain-matched": { sha256, required: 2, thumbprints: [sha256] },
  "domain-retired": { sha256, file: "sd.json", media: ["transfer"] },
  "domain-found": {
    origin: "A safe",
    sha256,
    size: 18885,
    required: 2,
    files,
    officers: [
      { officer, keyName: "cert_0", signingName: "", thumbprint: sha256, signingThumbprint: "" },
    ],
    unchecked: ["seals", "people", "newest-domain", "signing-keys"],
    unprotected: [officer],
    foundBy: [{ officer, by: "text" }],
  },
  "quorum-proven": {
    domainSha256: sha256,
    required: 2,
    entries: 3,
    subsets: [
      [1, 2],
      [1, 3],
      [2, 3],
    ],
    opened: [{ tag: "wrapping-key", sha256 }],
    media: files,
  },
  "dry-run-passed": {
    domainSha256: sha256,
    required: 2,
    officers: [officer, "officer-2"],
    exchangeKey: "only-in-the-vault",
    entries: 3,
    opened: [{ tag: "wrapping-key", sha256 }],
    media: files,
  },
  "seals-checked": {
    officer: "",
    seals: [
      {
        object: "transfer medium",
        expected: "0048",
        found: "",
        condition: "missing",
        place: "",
        custodian: "",
      },
    ],
  },
  "seals-photographed": {
    photographs: [{ object: "transfer medium", seal: "0048", sha256, size: 4096, before: sha256 }],
  },
  "bags-opened": { objects: [{ object: "transfer medium", seal: "0048" }] },
  "trouble-reported": { officer, trouble: "forgotten", happened: "Nobody knows it", decidedBy },
  "object-handed-off": moved,
  "hand-off-acknowledged": { gave: ["Ines"], took: ["Jonas"], absent: ["Meera"], decidedBy },
  "objects-destroyed": { objects: [{ object: "card", seal: "0048", how: "Shredded" }] },
  "part-taken": { officer, head: sha256, closed: "on-paper", closedAt: at, standing },
  "custody-attested": {
    health: "degraded",
    healthy: [officer],
    troubled: ["officer-2"],
    unseen: ["officer-3"],
  },
  "keys-attested": {
    poolRoot: sha256,
    pool: "Contoso-HSM",
    keys: [
      {
        name: "tde-key",
        version: "0123456789abcdef0123456789abcdef",
        publicSha256: sha256,
        verdict: "not-attested",
        failed: ["made", "always"],
        card: "HSM:6.0G2342-VPM018662, for non-FIPS mode",
        sha256,
      },
    ],
  },
  "custody-recorded": {
    objects: [{ object: "officer-1 card", seal: "0048", place: "Safe", custodian: "Ines" }],
  },
  "deviation-accepted": { rule: "sites", reason: "One house", decidedBy },
  "exchange-key-judged": {
    thumbprint: sha256,
    verdict: "not-attested",
    held: ["pck-chain"],
    failed: ["signer"],
    mrsigner: "",
    mrenclave: sha256,
    root: sha256,
    overruled: ["E-SOME"],
    collateral: {
      files: [{ file: "TCB info", sha256, issued: at, next: at }],
      levels: [
        { check: "tcb-level", status: "UpToDate", date: at, advisories: ["INTEL-SA-00615"] },
      ],
    },
  },
  "refusal-accepted": { code: "E-SOME", decidedBy },
  "blob-made": {
    sha256,
    size: 18885,
    files,
    exchangeThumbprint: sha256,
    domainSha256: sha256,
    officers: [officer, "officer-2"],
    overruled: ["E-SOME"],
  },
  "backup-known": {
    container: "c",
    folder: "f",
    keys,
    roles,
    list: { from: "file", sha256, hsm: "Contoso-HSM", listedAt: at },
    unknown: { reason: "It was lost", decidedBy },
  },
  "keys-not-compared": { keys: [{ name: "payments", version: "v1" }] },
  "recovery-compared": {
    keysBack: 1,
    keysMissing: [{ name: "payments", version: "v1" }],
    keysMore: [],
    rolesBack: 1,
    rolesMissing: roles,
    rolesMore: [],
  },
  "signed-in": { way: "browser", tenant: "t", id: "i", name: "alice" },
  "preflight-judged": { points },
  "point-accepted": { point: "clock", sentence: "It is off.", reason: "Known", decidedBy },
  "aftercheck-judged": { points },
  "differences-acknowledged": {
    since: sha256,
    differences: [{ kind: "person", of: "witness", before: "Walter", now: "Ada" }],
  },
  "signer-bound": {
    officer,
    certificate: sha256,
    wrapping: sha256,
    algorithm: "RSA-PSS-SHA256",
    signature: "b64",
  },
  "act-signing": { act: "The keys", present: [officer], consent },
  "act-signing-on-paper": { act: "The keys", present: ["witness"], consent, spoken: 16 },
  closing: { present: [officer], consent },
  "closing-on-paper": { present: ["witness"], consent, spoken: 16 },
} satisfies Partial<EventData>;

/** What is in a single value, each where the ones before it do not. */
const VALUES = ["Some words", sha256, at, officer, 2, true, "2026-01-31", "E-SOME"];

/** Data of a form, with every member. */
function sampleOf(form: z.core.$ZodType): unknown {
  const { def } = (form as z.core.$ZodTypes)._zod;
  if (def.type === "object")
    return Object.fromEntries(
      Object.entries(def.shape).map(([name, member]) => [name, sampleOf(member)]),
    );
  if (def.type === "array") return [sampleOf(def.element)];
  if (def.type === "optional") return sampleOf(def.innerType);
  if (def.type === "union") return def.options.map(sampleOf)[0];
  if (def.type === "enum") return Object.values(def.entries)[0];
  if (def.type === "literal") return def.values[0];
  return VALUES.find((value) => z.safeParse(form, value).success);
}

/** An entry of each type. */
export const SAMPLE_ENTRIES: readonly RecordEntry[] = Object.entries(ENTRIES).map(
  ([type, { form }], seq) => ({
    type,
    data: (SAMPLES as Partial<EventData>)[type as keyof EventData] ?? sampleOf(form),
    seq,
    at,
    by: "administrator",
    station: "offline",
    hash: sha256,
  }),
);
