// Lies about attestations, exchange keys, blobs and restored keys.
import { type Draft, consentsIn, stepIn } from "./drafts.fixture.ts";
import {
  DECIDERS,
  Missing,
  OTHER,
  drop,
  find,
  insert,
  listOfLies,
  officersIn,
  smooth,
  takePart,
} from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_RECOVERY = lies;
lie("E-MEAN-PART", "attestation", "a part leaves one object twice", (drafts) => {
  const { objects } = takePart(drafts).data.standing;
  if (objects.length === 0) throw new Missing();
  objects.push({ ...objects[0]!, seal: "another", custodian: "Somebody" });
});
lie("E-MEAN-PART", "attestation", "a part leaves an object that there is not", (drafts) => {
  const { officer, standing } = takePart(drafts).data;
  const at = { seal: "A1", place: "Safe", custodian: "Somebody", seenAt: "" };
  standing.objects.push({ object: `${officer} second medium`, ...at });
});
lie("E-MEAN-EXCHANGE", "recovery", "the exchange key is another HSM's", (drafts) => {
  find(drafts, "opened").data.hsm = "Contoso-Elsewhere";
  for (const consent of consentsIn(drafts)) consent.hsm = "Contoso-Elsewhere";
});
lie("E-MEAN-QUOTE", "recovery", "a key without a quote was attested when it came", (drafts) => {
  const { data } = find(drafts, "exchange-key-fetched");
  if (data.verdict === "attested") throw new Missing();
  data.verdict = "attested";
});
lie("E-MEAN-QUOTE", "recovery", "a key without a quote is called attested", (drafts) => {
  const judged = find(drafts, "exchange-key-judged");
  const isAttested = judged.data.verdict === "attested";
  if (isAttested) judged.data.mrenclave = OTHER;
  else Object.assign(judged.data, { verdict: "attested" });
});
lie("E-MEAN-QUOTE", "recovery", "a check that failed is called held", (drafts) => {
  const { data } = find(drafts, "exchange-key-judged");
  data.failed = ["self-signature"];
});
lie("E-MEAN-QUOTE", "recovery", "a revocation list was asked that nobody brought", (drafts) => {
  const { data } = find(drafts, "exchange-key-judged");
  delete data.collateral;
  data.held.push("root-crl");
});
lie(
  "E-MEAN-QUOTE",
  "recovery",
  "a file of Intel's was brought and nothing asked of it",
  (drafts) => {
    const data = judgedKey(drafts, true);
    const byFiles = /^(root-crl|pck-crl|tcb-level|qe-match|qe-level)$/;
    [data.held, data.failed] = [data.held, data.failed].map((names) =>
      names.filter((name) => !byFiles.test(name)),
    ) as [typeof data.held, typeof data.failed];
    const file = { file: "PCK CRL", sha256: OTHER, issued: "", next: "" } as const;
    data.collateral = { files: [file], levels: [] };
  },
);
lie("E-MEAN-QUOTE", "recovery", "hardware that is out of date is called current", (drafts) => {
  const { data } = find(drafts, "exchange-key-judged");
  const level = data.collateral?.levels.find(({ status }) => !status.startsWith("OutOfDate"));
  if (level === undefined) throw new Missing();
  level.status = "OutOfDate";
});
lie("E-MEAN-QUOTE", "recovery", "a key that Intel revoked was used", (drafts) => {
  const { data } = find(drafts, "exchange-key-judged");
  const revoked = data.held.findIndex((name) => /^(root-crl|pck-crl|qe-match)$/.test(name));
  if (revoked < 0) throw new Missing();
  data.failed.push(...data.held.splice(revoked, 1));
  data.verdict = "not-attested";
});
/** What was found of a key without a quote; or of one that has one. */
const judgedKey = (drafts: readonly Draft[], hasQuote: boolean) => {
  const { data } = find(drafts, "exchange-key-judged");
  if ((data.root !== "") !== hasQuote) throw new Missing();
  return data;
};
lie("E-MEAN-FORM", "recovery", "a sentence is called a check that passed", (drafts) => {
  const said = "everything else. Intel confirmed it by telephone";
  Object.assign(judgedKey(drafts, true), { held: [said] });
});
lie("E-MEAN-QUOTE", "recovery", "a key without a quote passed the checks of one", (drafts) => {
  judgedKey(drafts, false).held.push("quote-form", "pck-chain", "signer");
});
lie(
  "E-MEAN-QUOTE",
  "recovery",
  "a key without a quote has a version that was reviewed",
  (drafts) => {
    judgedKey(drafts, false).held.push("isv-svn");
  },
);
lie("E-MEAN-QUOTE", "recovery", "a key is not attested, and nothing failed", (drafts) => {
  const data = judgedKey(drafts, true);
  if (data.verdict !== "attested") throw new Missing();
  data.verdict = "not-attested";
});
lie("E-MEAN-QUOTE", "recovery", "a check is told twice", (drafts) => {
  judgedKey(drafts, true).held.push("debug");
});
lie("E-MEAN-QUOTE", "recovery", "files of Intel's were brought, and none is named", (drafts) => {
  judgedKey(drafts, true).collateral = { files: [], levels: [] };
});
lie("E-MEAN-QUOTE", "recovery", "a refusal is overruled that nobody accepted", (drafts) => {
  judgedKey(drafts, true).overruled = ["E-CERT-NAME"];
});
lie("E-MEAN-BLOB", "recovery", "a blob overrules what nobody accepted", (drafts) => {
  find(drafts, "blob-made").data.overruled = ["E-CERT-NAME"];
});
lie("E-MEAN-COMPARED", "recovery", "an unattested key was accepted as attested", (drafts) => {
  const accepted = find(drafts, "exchange-key-accepted");
  accepted.data.attested = !accepted.data.attested;
  accepted.data.decidedBy = accepted.data.attested ? [] : [...officersIn(drafts)];
});
lie("E-MEAN-COMPARED", "recovery", "a key was accepted before it was checked", (drafts) => {
  const accepted = find(drafts, "exchange-key-accepted");
  drop(drafts, accepted);
  Object.assign(accepted.data, { attested: false, decidedBy: [...officersIn(drafts)] });
  drafts.splice(drafts.indexOf(find(drafts, "exchange-key-judged")), 0, accepted as Draft);
  smooth(drafts);
});
lie("E-MEAN-COMPARED", "recovery", "another exchange key was compared", (drafts) => {
  find(drafts, "exchange-key-compared").data.thumbprint = OTHER;
});
lie("E-MEAN-BLOB", "recovery", "the blob is of another domain", (drafts) => {
  find(drafts, "blob-made").data.domainSha256 = OTHER;
});
lie("E-MEAN-BLOB", "recovery", "the key was checked again after it was accepted", (drafts) => {
  const { type, by, data } = find(drafts, "exchange-key-judged");
  insert(drafts, find(drafts, "exchange-key-accepted"), 1, { type, by, data });
});
lie("E-MEAN-BLOB", "recovery", "the blob is for another exchange key", (drafts) => {
  find(drafts, "blob-made").data.exchangeThumbprint = OTHER;
});
lie("E-MEAN-BLOB", "recovery", "one officer alone made the blob", (drafts) => {
  find(drafts, "blob-made").data.officers.pop();
});
lie("E-MEAN-DRY-RUN", "dry-run", "it is of another domain", (drafts) => {
  const { data } = find(drafts, "dry-run-passed");
  data.domainSha256 = OTHER;
});
lie("E-MEAN-DRY-RUN", "dry-run", "it names an officer fewer than opened", (drafts) => {
  find(drafts, "dry-run-passed").data.officers.pop();
});
lie("E-MEAN-DRY-RUN", "dry-run", "it does not name every entry that it counts", (drafts) => {
  find(drafts, "dry-run-passed").data.entries += 1;
});
lie("E-MEAN-DRY-RUN", "dry-run", "it counts one entry twice", (drafts) => {
  const { data } = find(drafts, "dry-run-passed");
  data.opened.push(structuredClone(data.opened[0]!));
  data.entries += 1;
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a key that opened is not among the media", (drafts) => {
  find(drafts, "dry-run-passed").data.media.splice(-2, 2);
});
for (const [says, script, step] of [
  ["opened", "dry-run", "dry-run"],
  ["made the blob", "recovery", "make-restore-blob"],
  ["signed the blob", "recovery", "sign-blob"],
] as const)
  lie("E-MEAN-TURN", script, `an officer ${says} without taking the seat`, (drafts) => {
    const isHere = (draft: Draft) => stepIn(draft) === step && draft.type === "seat-taken";
    drop(drafts, drafts.find(isHere) ?? find(drafts, "seat-taken"));
  });
lie("E-MEAN-UPLOADED", "recovery", "another blob was uploaded", (drafts) => {
  find(drafts, "upload-began").data.sha256 = OTHER;
});
lie("E-MEAN-UPLOADED", "recovery", "an upload ended that nobody began", (drafts) => {
  drop(drafts, find(drafts, "upload-began"));
});
lie("E-MEAN-BLOB", "recovery", "the blob was written twice", (drafts) => {
  const { files } = find(drafts, "blob-made").data;
  files.push({ ...files[0]! });
});
lie("E-MEAN-RESTORED", "recovery", "another backup was restored", (drafts) => {
  for (const type of ["restore-began", "restore-ended"] as const)
    find(drafts, type).data.folder = "older";
});
lie("E-MEAN-WORK", "recovery", "nobody started the restore that ended", (drafts) => {
  drop(drafts, find(drafts, "restore-started"));
});
lie("E-MEAN-KEYS", "recovery", "a key that is missing is called found", (drafts) => {
  const found = find(drafts, "keys-compared");
  found.data.keys.shift();
});
lie("E-MEAN-KEYS", "recovery", "a key more is found than was listed", (drafts) => {
  const more = find(drafts, "recovery-compared").data.keysMore[0];
  if (more === undefined) throw new Missing();
  find(drafts, "keys-compared").data.keys.at(-1)!.name = "another";
});
lie("E-MEAN-KEYS", "recovery", "one key stands for two", (drafts) => {
  if (find(drafts, "recovery-compared").data.keysMore.length === 0) throw new Missing();
  const { keys } = find(drafts, "keys-compared").data;
  keys[keys.length - 1] = { ...keys[0]! };
});
lie("E-MEAN-KEYS", "recovery", "a role is missing that nobody knew of", (drafts) => {
  const [role] = find(drafts, "recovery-compared").data.rolesMissing;
  if (role === undefined) throw new Missing();
  role.principal = "another";
});
lie("E-MEAN-KEYS", "recovery", "a key that is listed twice came back twice", (drafts) => {
  const { keys } = find(drafts, "backup-known").data;
  const compared = find(drafts, "recovery-compared").data;
  keys.push({ ...keys[0]! });
  compared.keysBack += 1;
});
lie("E-MEAN-KEYS", "recovery", "a role that is missing twice hides another", (drafts) => {
  const known = find(drafts, "backup-known").data;
  const compared = find(drafts, "recovery-compared").data;
  const roles = ["one", "other"].map((principal) => ({
    ...{ principal, role: "r", roleName: "", scope: "/keys" },
  }));
  known.roles = roles;
  Object.assign(compared, { rolesBack: 0, rolesMissing: [roles[0]!, { ...roles[0]! }] });
});
lie("E-MEAN-KEYS", "recovery", "a role that was expected came beside it", (drafts) => {
  const [role] = find(drafts, "backup-known").data.roles ?? [];
  if (role === undefined) throw new Missing();
  find(drafts, "recovery-compared").data.rolesMore.push({ ...role, roleName: "another" });
});
lie("E-MEAN-KEYS", "recovery", "a key came back, and beside it one of its version", (drafts) => {
  const [key] = find(drafts, "backup-known").data.keys;
  if (key === undefined) throw new Missing();
  const { name, version } = key;
  find(drafts, "recovery-compared").data.keysMore.push({ name, version });
  find(drafts, "keys-compared").data.keys.push({ ...key, publicSha256: OTHER });
});
lie("E-MEAN-KEYS", "recovery", "keys are compared with no list", (drafts) => {
  find(drafts, "keys-compared");
  const known = find(drafts, "backup-known");
  known.data = {
    container: known.data.container,
    folder: known.data.folder,
    keys: [],
    unknown: { reason: "Nobody kept one.", decidedBy: DECIDERS },
  };
});
lie("E-MEAN-READER", "recovery", "someone may still list the keys", (drafts) => {
  const named = find(drafts, "key-reader-named");
  named.data.temporary = true;
  const removed = drafts.find(({ type }) => type === "key-reader-removed");
  if (removed !== undefined) drop(drafts, removed);
});

lie("E-MEAN-READER", "recovery", "a role is removed that nobody was given", (drafts) => {
  const removed = drafts.find(({ type }) => type === "key-reader-removed");
  if (removed === undefined) throw new Missing();
  drop(drafts, find(drafts, "key-reader-named"));
});
lie("E-MEAN-READER", "recovery", "of two who may list the keys one may still", (drafts) => {
  const named = find(drafts, "key-reader-named");
  if (!named.data.temporary) throw new Missing();
  insert(drafts, named, 0, { data: { ...named.data, name: "another" } });
});
