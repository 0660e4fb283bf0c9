// Lies that each break one condition of the rules about who is there and who signs, and what is rare
// there and honest.
import type { Certificate } from "../../crypto/index.ts";
import { type Draft, type DraftOf, consentsIn, stepIn } from "./drafts.fixture.ts";
import {
  DECIDERS,
  type Lie,
  Missing,
  OTHER,
  type Rarity,
  abortAt,
  changeSeat,
  decides,
  drop,
  find,
  insert,
  insertException,
  listOfLies,
  ofStep,
  remainsAfter,
  sealOf,
} from "./lie.fixture.ts";
import type { Pool } from "./pool.fixture.ts";

const { lies, lie } = listOfLies();
export const CONDITIONS_OF_PEOPLE = lies;
const rarities: Rarity[] = [];
export const RARE_AMONG_PEOPLE: readonly Rarity[] = rarities;
const rare = (script: string, name: string, change: Lie["change"]): void => {
  rarities.push({ script, name, change });
};

/** The roles of all who came. */
export const rolesIn = (drafts: readonly Draft[]): readonly string[] =>
  find(drafts, "opened").data.participants.map(({ role }) => role);

lie("E-MEAN-ACT", "activation", "all sign an act on paper though all have keys", (drafts) => {
  const act = find(drafts, "act-signing");
  drop(drafts, ...drafts.filter(({ signs }) => signs?.over === act.id));
  Object.assign(act, { type: "act-signing-on-paper", by: "administrator" });
  act.data.present = [...rolesIn(drafts)];
});
lie("E-MEAN-ACT", "recovery-alone", "an act is signed on paper twice", (drafts) => {
  insert(drafts, find(drafts, "act-signing-on-paper") as Draft, 1, {});
});
lie("E-MEAN-SIGNERS", "adoption", "a paper is signed by someone who did not come", (drafts) => {
  find(drafts, "closing-on-paper").data.present.push("officer-9");
});

/** The step that begins after the last entry of this type. */
export function stepAfter(drafts: readonly Draft[], type: string): string {
  const later = drafts.slice(drafts.findLastIndex((one) => one.type === type));
  return stepIn(find(later, "step-began"))!;
}
lie("E-MEAN-PLACE", "activation", "a thumbprint is confirmed in a step that is over", (drafts) => {
  const confirmed = find(drafts, "thumbprint-confirmed") as Draft;
  const performed = find(drafts.slice(drafts.indexOf(confirmed)), "step-performed");
  insert(drafts, performed, 1, { ...confirmed, at: performed.at });
});
lie("E-MEAN-AFTER", "activation", "a step begins after it was aborted", (drafts) => {
  const began = find(drafts, "step-began", 0, ofStep("make-key-3"));
  abortAt(drafts, "make-key-3", () => undefined);
  insert(drafts, find(drafts, "aborted") as Draft, 1, { ...began, at: drafts.at(-1)!.at });
});
lie("E-MEAN-SEAL", "replacement", "seals are compared as those of another officer", (drafts) => {
  const { data } = find(drafts, "seals-checked");
  if (data.officer === "") throw new Missing();
  data.officer = data.officer === "officer-1" ? "officer-2" : "officer-1";
});
for (const [says, type] of [
  ["an officer takes a seat", "seat-taken"],
  ["a signing key is entered", "signer-known"],
] as const)
  lie("E-MEAN-STATION", "recovery", `${says} at the HSM's station`, (drafts) => {
    const { by, data } = find(drafts, type);
    const later = drafts.slice(drafts.indexOf(find(drafts, "act-signing") as Draft));
    const there = later.find((one) => one.type === "step-began" && one.station === "connected");
    abortAt(drafts, stepIn(there!)!, () => undefined);
    const here = type === "seat-taken" ? { ...data, step: "abort" } : data;
    insert(drafts, find(drafts, "aborted") as Draft, 1, { type, by, data: here });
  });

/** The officer who did not come, and their number. */
function absentIn(drafts: readonly Draft[]) {
  const nth = [1, 2, 3].find((one) => !rolesIn(drafts).includes(`officer-${one}`));
  if (nth === undefined) throw new Missing();
  return { nth, officer: `officer-${nth}` };
}
lie("E-MEAN-ABSENT", "recovery", "an officer who did not come takes a seat", (drafts) => {
  const { officer } = absentIn(drafts);
  const taken = find(drafts, "seat-taken") as Draft;
  insert(drafts, taken, 1, { by: officer, data: { ...taken.data, officer } });
});
lie("E-MEAN-ABSENT", "recovery", "an officer who did not come signs the end", (drafts, pool) => {
  const { nth, officer } = absentIn(drafts);
  const key = pool.officers[nth - 1]![0].signing;
  const closing = find(drafts, "closing") as Draft;
  const known = { officer, certificate: key.certificate.pem };
  const voided = insert(drafts, closing, 0, {});
  insert(drafts, voided, 0, { type: "signer-known", by: officer, data: known });
  const signed = { type: "signed", by: officer, data: { officer } };
  insert(drafts, voided, 1, { ...signed, signs: { over: voided.id, key } });
});
lie("E-MEAN-ROLES", "hand-off", "nobody is the administrator", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  participants.splice(
    participants.findIndex(({ role }) => role === "administrator"),
    1,
  );
});
rare("activation", "in an officer's step another's passphrase was refused", (drafts) => {
  const made = find(drafts, "key-made");
  insert(drafts, made, 0, {
    type: "passphrase-refused",
    by: "officer-2",
    data: { officer: "officer-2", step: "make-key-1" },
  });
});
lie(
  "E-MEAN-TURN",
  "adoption",
  "an officer was not there when what was found was proven",
  (drafts) => {
    const isHere = (draft: Draft) => stepIn(draft) === "prove-quorum" && draft.by === "officer-3";
    drop(drafts, ...drafts.filter((draft) => draft.type === "seat-taken" && isHere(draft)));
  },
);
lie("E-MEAN-TURN", "replacement", "a key is checked, and its officer took no seat", (drafts) => {
  const checked = drafts.indexOf(find(drafts, "key-checked") as Draft);
  const taken = drafts.findLastIndex(({ type }, n) => type === "seat-taken" && n < checked);
  drafts.splice(taken, 1);
});
lie("E-MEAN-TRIAL", "activation", "drills are disclosed twice", (drafts) => {
  const at = find(drafts, "step-began", 3) as Draft;
  const data = { seed: "7", nonce: OTHER, trials: [] };
  const sealed = sealOf("7", OTHER, []);
  insert(drafts, at, 0, { type: "trial-begun", by: "app", data: { sealed } });
  for (let n = 0; n < 2; n++) insert(drafts, at, 0, { type: "trial-told", by: "app", data });
});

lie("E-MEAN-DECIDED", "activation", "one person aborts it", (drafts) => {
  abortAt(drafts, "make-key-3", (aborted) => aborted.decidedBy.splice(1));
});
lie("E-MEAN-DECIDED", "activation", "one person decides despite a refusal", (drafts) => {
  decides(drafts, { code: "E-CERT-NAME" });
  find(drafts, "refusal-accepted").data.decidedBy = ["witness"];
});
lie("E-MEAN-DECIDED", "recovery", "one person decides that nobody knows the keys", (drafts) => {
  const { unknown } = find(drafts, "backup-known").data;
  if (unknown === undefined) throw new Missing();
  unknown.decidedBy = ["witness"];
});
lie("E-MEAN-DECIDED", "hand-off", "one person decides that another is absent", (drafts) => {
  const { data } = find(drafts, "hand-off-acknowledged");
  Object.assign(data, { absent: data.gave, decidedBy: ["witness"] });
});
lie("E-MEAN-DECIDED", "hand-off", "people decide that nobody is absent", (drafts) => {
  Object.assign(find(drafts, "hand-off-acknowledged").data, { decidedBy: DECIDERS });
});
for (const [says, by, decidedBy] of [
  ["nobody decides that a download was lost", "administrator", []],
  ["people decide what the app saw of a download", "app", DECIDERS],
] as const)
  lie("E-MEAN-DECIDED", "activation", says, (drafts) => {
    const began = find(drafts, "download-began") as Draft;
    const data = { reason: "The call did not count.", decidedBy };
    insert(drafts, began, 1, {});
    insert(drafts, began, 1, { type: "download-again-decided", by, data });
  });
lie(
  "E-MEAN-DECIDED",
  "recovery",
  "people who are no officers accept a key that is not attested",
  (drafts) => {
    const { data } = find(drafts, "exchange-key-accepted");
    if (data.attested) throw new Missing();
    Object.assign(data, { decidedBy: DECIDERS });
  },
);

lie("E-MEAN-SEAT", "activation", "a seat is changed after an abort was decided", (drafts) => {
  abortAt(drafts, "make-key-1", () => undefined);
  const aborted = find(drafts, "aborted") as Draft;
  insertException(drafts, aborted, { decision: "abort", step: "make-key-1" });
  const { role, name: from } = find(drafts, "opened").data.participants[4]!;
  const change = { role, from, toRole: role, to: "Noor Haddad", reason: "They left." };
  const data = { ...change, decidedBy: DECIDERS };
  insert(drafts, aborted, 0, { type: "seat-changed", by: "administrator", data });
});

lie(
  "E-MEAN-SEAT",
  "recovery-alone",
  "someone takes another seat than the one without a key",
  (drafts) => {
    const { officer: toRole } = absentIn(drafts);
    const { role, name: from } = find(drafts, "opened").data.participants[3]!;
    changeSeat(drafts, { role, from, to: "Noor Haddad" }, stepIn(find(drafts, "step-began", 1))!);
    Object.assign(find(drafts, "seat-changed").data, { toRole, decidedBy: DECIDERS });
  },
);

/** The entry was written at this moment, and all others as long before or after it as before. */
function written(drafts: readonly Draft[], { at }: Pick<Draft, "at">, moment: Date): void {
  for (const draft of drafts) draft.at += moment.getTime() - at;
  const opened = find(drafts, "opened");
  opened.data.clock = new Date(opened.at).toISOString();
}
const signingCertificate = ({ officers }: Pool): Certificate => officers[0]![0].signing.certificate;
rare("activation", "the first signature is as old as the certificates", (drafts, pool) => {
  written(drafts, find(drafts, "signed"), signingCertificate(pool).notBefore);
});
rare("activation", "the last signature is as old as certificates can be", (drafts, pool) => {
  written(drafts, drafts.at(-1)!, signingCertificate(pool).notAfter);
});
/** Two people abort it before its end is signed, and an officer takes the seat to sign it. */
function abortAtEnd(drafts: Draft[]): void {
  const closing = find(drafts, "closing");
  const data = { reason: "Fire.", decidedBy: DECIDERS, remains: remainsAfter(drafts) };
  insert(drafts, closing, 0, { type: "aborted", by: "administrator", data });
  const [by] = closing.data.present;
  const taken = { officer: by, step: "abort" };
  insert(drafts, closing, 0, { type: "seat-taken", by: by!, data: taken });
}
rare("activation", "it is aborted, and signed with certificates that are not valid", (drafts) => {
  for (const draft of drafts) draft.at -= 10 * 365 * 86_400_000;
  const opened = find(drafts, "opened");
  opened.data.clock = new Date(opened.at).toISOString();
  for (const act of drafts.filter(({ type }) => type === "act-signing"))
    insertException(drafts, act, {});
  abortAtEnd(drafts);
});
for (const isNoted of [false, true])
  rare(
    "activation",
    `two people close what is aborted${isNoted ? ", after they noted why" : ""}`,
    (drafts) => {
      abortAt(drafts, "make-key-3", () => undefined);
      find(drafts, "closing-on-paper").data.present = [...DECIDERS];
      if (isNoted)
        insertException(drafts, find(drafts, "aborted") as Draft, { step: "make-key-3" });
    },
  );

/** These officers of the earlier record have no key to sign with. */
function withoutSigning(drafts: Draft[], officers: readonly string[]): void {
  for (const one of find(drafts, "opened").data.earlier[0]!.officers)
    if (officers.includes(one.officer))
      Object.assign(one, { signingName: "", signingThumbprint: "" });
  for (const consent of consentsIn(drafts))
    consent.signers = consent.signers!.filter(({ officer }) => !officers.includes(officer));
  const isTheirs = ({ type, by }: Draft): boolean =>
    officers.includes(by) && (type === "signed" || type === "signer-known");
  drop(drafts, ...drafts.filter(isTheirs));
  for (const { type, data } of drafts as DraftOf<"closing">[])
    if (/^(closing|act-signing)$/.test(type))
      data.present = data.present.filter((role) => !officers.includes(role));
}
rare("recovery", "one officer who came has no key to sign with", (drafts) => {
  withoutSigning(drafts, rolesIn(drafts).slice(3));
});
rare("dry-run", "nobody has a key to sign with, and it is closed on paper", (drafts) => {
  withoutSigning(drafts, ["officer-1", "officer-2", "officer-3"]);
  const closing = find(drafts, "closing");
  Object.assign(closing, { type: "closing-on-paper", by: "administrator" });
  closing.data.present = [...rolesIn(drafts)] as typeof closing.data.present;
});
rare(
  "recovery",
  "an officer takes the seat of one who did not come, and it is aborted",
  (drafts) => {
    const { officer: toRole } = absentIn(drafts);
    const { role, name } = find(drafts, "opened").data.participants[3]!;
    const step = stepAfter(drafts, "act-signing");
    changeSeat(drafts, { role, from: name, to: name }, step);
    Object.assign(find(drafts, "seat-changed").data, { toRole, decidedBy: DECIDERS });
    abortAt(drafts, step, () => undefined);
    find(drafts, "closing-on-paper").data.present = [...DECIDERS];
  },
);

rare("activation", "in earnest it is aborted before a key is made", (drafts) => {
  const hsm = "Contoso-Vault";
  Object.assign(find(drafts, "opened").data, { mode: "PRODUCTION", hsm });
  abortAt(drafts, "make-key-1", () => undefined);
  for (const consent of consentsIn(drafts)) consent.hsm = hsm;
});
rare("activation", "two people's names have no words", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  for (const [n, name] of ["!", "?"].entries()) participants[n]!.name = name;
});
rare("activation", "one place is written in three ways, two of them alike", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  const cards = objects.filter(({ object }) => object.endsWith(" card"));
  for (const [n, place] of ["Berlin, safe 1", "Safe-1 (Berlin)", "BERLIN, safe 1"].entries())
    cards[n]!.place = place;
});
rare("attestation", "the witness is an officer who did not come last time", (drafts) => {
  const { participants, earlier } = find(drafts, "opened").data;
  earlier[0]!.last!.people = [];
  participants.find(({ role }) => role === "witness")!.name = earlier[0]!.officers[0]!.name;
});
rare(
  "adoption",
  "it is aborted, and an officer signs its end by a key that was found",
  (drafts, pool) => {
    if (find(drafts, "domain-found").data.officers[0]!.signingThumbprint === "")
      throw new Missing();
    const key = pool.officers[0]![0].signing;
    // So it is entered somewhere, as a text by itself.
    find(drafts, "opened").data.software.system = key.certificate.pem;
    const end = find(drafts, "closing-on-paper") as Draft;
    const { consent } = find(drafts, "closing-on-paper").data;
    const data = { reason: "Fire.", decidedBy: DECIDERS, remains: remainsAfter(drafts) };
    insert(drafts, end, 0, { type: "aborted", data });
    const [by] = ["officer-1"];
    Object.assign(end, { type: "closing", by: "app", data: { present: [by], consent } });
    insert(drafts, end, 1, {
      type: "signed",
      by,
      data: { officer: by },
      signs: { over: end.id, key },
    });
  },
);
lie("E-MEAN-FORM", "activation", "the opening does not say what it continues", (drafts) => {
  delete (find(drafts, "opened").data as { earlier?: unknown }).earlier;
});
rare("activation", "a new witness and two officers do not sign what is aborted", (drafts) => {
  const { name: from } = find(drafts, "opened").data.participants[1]!;
  changeSeat(drafts, { role: "witness", from, to: "Noor Haddad" }, "make-key-2");
  abortAt(drafts, "make-key-3", () => undefined);
  find(drafts, "closing-on-paper").data.present = ["administrator", "officer-1"];
});
rare("adoption", "officers without signing keys do not sign the paper", (drafts) => {
  if (find(drafts, "domain-found").data.officers[0]!.signingThumbprint !== "") throw new Missing();
  const closing = find(drafts, "closing-on-paper");
  insertException(drafts, closing, { step: "close" });
  closing.data.present = ["administrator", "witness"];
});
rare("dry-run", "a signer's certificate is only in a text of the opening", (drafts) => {
  const known = find(drafts, "signer-known");
  find(drafts, "opened").data.software.system = known.data.certificate;
  drop(drafts, known);
});
