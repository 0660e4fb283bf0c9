// One entry of each type, with every member that it may have.
import { digestOf } from "../record.fixture.ts";
import type { Consent } from "./consent.ts";
import type { RecordEntry } from "./entry.ts";
import type { EventData } from "./index.ts";

const sha256 = digestOf("sample");
const at = "2026-01-31T09:00:00.000Z";
const officer = "officer-1";
const step = "a-step";
const decidedBy = ["administrator", "witness"];
const files = [{ medium: "m-1", label: "transfer", name: "sd.json", size: 18885, sha256 }];
const keys = [{ name: "payments", version: "v1", publicSha256: sha256 }];
const roles = [{ principal: "p", role: "r", roleName: "Crypto Officer", scope: "/" }];
const software = {
  version: "1", commit: "c", runtime: "node", system: "Linux", program: sha256, verifier: sha256,
};
const moved = { object: "officer-1 card", seal: "0048", from: "Ines", to: "Jonas", place: "Safe" };
const standing = {
  officers: [{
    officer, name: "Ines", keyName: "cert_0", signingName: "sign_0", thumbprint: sha256,
    signingThumbprint: "", sealsSeenAt: at, keyOpenedAt: "", trouble: "lost" as const,
  }],
  objects: [{
    object: "officer-1 card", seal: "0048", place: "Safe", custodian: "Ines", seenAt: at,
  }],
  handOffs: [{ ...moved, at }],
};
const consent: Consent = {
  ceremony: "c", scriptSha256: sha256, hsm: "Contoso-HSM", officers: 3, required: 2,
  thumbprints: [sha256], signers: [{ officer, certificate: sha256 }], domainSha256: sha256,
  exchangeThumbprint: "", exchangeAttested: "", accepted: ["E-SOME"],
};
const points = [
  { point: "clock", verdict: "wrong" as const, sentence: "It is off.", next: "Set it." },
];

export const SAMPLES: EventData = {
  opened: {
    ceremony: "c", mode: "REHEARSAL", script: "activation", scriptSha256: sha256,
    hsm: "Contoso-HSM", officers: 3, required: 2, renewed: [2], clock: at, software,
    participants: [{ role: officer, name: "Ines" }], confirmation: "apart",
    network: { up: ["eth0"], wasOnline: "yes" }, earlier: [{
      ...standing, head: sha256, hsm: "Contoso-HSM", required: 2, domainSha256: sha256,
      domainFile: "sd.json", subsets: [[1, 2]], provenAt: at, attestedAt: "", drilledAt: "",
      backup: { container: "c", folder: "f", at }, deviations: [{ rule: "sites", reason: "One." }],
      last: {
        at, people: [{ role: "witness", name: "Walter" }], software,
        scripts: [{ script: "activation", sha256 }],
      },
    }],
  },
  chosen: { step, goTo: "another-step" },
  "exception-noted": {
    expected: "Quiet", happened: "A bell", decided: "Go on", decidedBy, step, decision: "repeat",
    notedAt: at,
  },
  "incident-found": { step, medium: "transfer", files: ["key.pem"], foundAt: at },
  refused: { step, code: "E-WORDS-LINE" },
  "room-witnessed": { step, projector: true, camera: false },
  "seat-taken": { officer, step },
  "recess-began": { step, seals: [{ object: "transfer", seal: "0048" }] },
  "recess-ended": {
    step, seals: [{ object: "transfer", seal: "0048" }], confirmedBy: "witness",
  },
  resumed: { step, done: 3, again: true, confirmedBy: "witness" },
  "seat-changed": {
    role: officer, from: "Ines", toRole: "officer-2", to: "Jonas", reason: "Ill", decidedBy,
  },
  aborted: {
    reason: "Fire", decidedBy,
    remains: [{ object: "hsm", because: "hsm-untouched", deed: "none", by: "administrator" }],
  },
  "trial-begun": { sealed: sha256 },
  "trial-told": {
    seed: "7", nonce: sha256, trials: [{ trial: "wrong-seal", step, seat: 1, set: false }],
  },
  "step-began": { step, network: { up: [], wasOnline: "no" } },
  "step-performed": { step },
  "step-done": { step, confirmedBy: "witness" },
  "key-making-began": { officer, media: ["m-1"], files: ["cert_0.pem"] },
  "unrecorded-removed": { officer, files: ["cert_0.pem"] },
  "key-made": {
    officer, bits: 3072, certificate: "PEM", thumbprint: sha256, signingCertificate: "PEM",
    signingThumbprint: sha256, files,
  },
  "key-opened": { officer, media: ["officer-1"] },
  "passphrase-refused": { officer, step },
  "thumbprint-confirmed": { officer, station: "connected", thumbprint: sha256 },
  "certificates-exported": { files },
  "handed-over": { step, to: "connected" },
  "taken-over": { step, from: "offline", head: sha256 },
  "activation-read": { state: "NotActivated" },
  "download-began": { required: 2, thumbprints: [sha256] },
  "download-again-decided": { reason: "The answer was lost", decidedBy },
  "answer-received": { sha256, size: 18885, files },
  "domain-written": { sha256, size: 18885, files },
  "download-ended": { state: "Active" },
  "read-aloud": { what: "domain", sha256 },
  "domain-matched": { sha256, required: 2, thumbprints: [sha256] },
  "domain-rehashed": { sha256, size: 18885, files },
  "domain-retired": { sha256, file: "sd.json", media: ["transfer"] },
  "domain-found": {
    origin: "A safe", sha256, size: 18885, required: 2, files,
    officers: [{
      officer, keyName: "cert_0", signingName: "", thumbprint: sha256, signingThumbprint: "",
    }],
    unchecked: ["seals", "people", "newest-domain", "signing-keys"], unprotected: [officer],
  },
  "quorum-proven": {
    domainSha256: sha256, required: 2, entries: 3, subsets: [[1, 2], [1, 3], [2, 3]],
    opened: [{ tag: "wrapping-key", sha256 }], media: files,
  },
  "seals-checked": {
    officer: "", seals: [{
      object: "transfer medium", expected: "0048", found: "", condition: "missing", place: "",
      custodian: "",
    }],
  },
  "bags-opened": { objects: [{ object: "transfer medium", seal: "0048" }] },
  "key-checked": { officer, medium: "officer-1", thumbprint: sha256, challengeSha256: sha256 },
  "trouble-reported": { officer, trouble: "forgotten", happened: "Nobody knows it", decidedBy },
  "object-handed-off": moved,
  "hand-off-acknowledged": { gave: ["Ines"], took: ["Jonas"], absent: ["Meera"], decidedBy },
  "objects-destroyed": { objects: [{ object: "card", seal: "0048", how: "Shredded" }] },
  "part-taken": { officer, head: sha256, closed: "on-paper", closedAt: at, standing },
  "backup-named": { container: "c", folder: "f", takenAt: "2026-01-31" },
  "custody-attested": {
    health: "degraded", healthy: [officer], troubled: ["officer-2"], unseen: ["officer-3"],
  },
  "custody-recorded": {
    objects: [{ object: "officer-1 card", seal: "0048", place: "Safe", custodian: "Ines" }],
  },
  "deviation-accepted": { rule: "sites", reason: "One house", decidedBy },
  "exchange-key-fetched": { thumbprint: sha256, verdict: "attested", certificate: "PEM", files },
  "exchange-key-judged": {
    thumbprint: sha256, verdict: "not-attested", held: ["chain"], failed: ["quote"],
    mrsigner: "", mrenclave: sha256, root: sha256, overruled: ["E-SOME"],
  },
  "exchange-key-compared": { thumbprint: sha256 },
  "exchange-key-accepted": { attested: false, decidedBy },
  "refusal-accepted": { code: "E-SOME", decidedBy },
  "blob-made": {
    sha256, size: 18885, files, exchangeThumbprint: sha256, domainSha256: sha256,
    officers: [officer, "officer-2"], overruled: ["E-SOME"],
  },
  "upload-began": { sha256 },
  "upload-ended": { state: "Active" },
  "backup-known": {
    container: "c", folder: "f", keys, roles,
    list: { from: "file", sha256, hsm: "Contoso-HSM", listedAt: at },
    unknown: { reason: "It was lost", decidedBy },
  },
  "backup-began": { container: "c", storage: "sas" },
  "backup-started": { job: "j" },
  "backup-ended": { folder: "f" },
  "restore-waited": { since: at, advised: 1800, waited: 2 },
  "restore-began": { folder: "f", storage: "sas" },
  "restore-started": { job: "j" },
  "restore-ended": { folder: "f" },
  "key-reader-named": { principal: "p", role: "r", name: "n", scope: "/", temporary: true },
  "key-reader-removed": { name: "n", scope: "/" },
  "keys-compared": { keys },
  "keys-not-compared": { keys: [{ name: "payments", version: "v1" }] },
  "recovery-compared": {
    keysBack: 1, keysMissing: [{ name: "payments", version: "v1" }], keysMore: [],
    rolesBack: 1, rolesMissing: roles, rolesMore: [],
  },
  "signed-in": { way: "browser", tenant: "t", id: "i", name: "alice" },
  "preflight-judged": { points },
  "point-accepted": { point: "clock", sentence: "It is off.", reason: "Known", decidedBy },
  "aftercheck-judged": { points },
  "differences-acknowledged": {
    since: sha256, differences: [{ kind: "person", of: "witness", before: "Walter", now: "Ada" }],
  },
  "signer-bound": {
    officer, certificate: sha256, wrapping: sha256, algorithm: "RSA-PSS-SHA256", signature: "b64",
  },
  "signer-known": { officer, certificate: "PEM" },
  "act-signing": { act: "The keys", present: [officer], consent },
  "act-signing-on-paper": { act: "The keys", present: ["witness"], consent },
  closing: { present: [officer], consent },
  "closing-on-paper": { present: ["witness"], consent },
};

/** An entry of each type, and a signature, which the journal adds. */
export const SAMPLE_ENTRIES: readonly RecordEntry[] = Object.entries({
  ...SAMPLES,
  signed: {
    officer, over: sha256, algorithm: "RSA-PSS-SHA256", signature: "b64", certificate: sha256,
  },
}).map(([type, data], seq) =>
  ({ type, data, seq, at, by: "administrator", station: "offline", hash: sha256 }));
