// What is rare and honest: no verifier may refuse it.
import { sha256Hex } from "../../crypto/index.ts";
import { type Draft, consentsIn, stepIn } from "./drafts.fixture.ts";
import {
  DECIDERS,
  type Lie,
  Missing,
  OTHER,
  type Rarity,
  abortAt,
  closedByFirst,
  closesAgain,
  decides,
  drop,
  exceptionAfterIncident,
  find,
  insert,
  insertException,
  longRecess,
  namelessKeys,
  ofStep,
  officersIn,
  resized,
  runAgain,
  sealOf,
  underFirst,
} from "./lie.fixture.ts";

const rarities: Rarity[] = [];
const rare = (script: string, name: string, change: Lie["change"]): void => {
  rarities.push({ script, name, change });
};

rare("replacement", "people decide about the record before, which few closed", (drafts) => {
  const { head } = find(drafts, "opened").data.earlier[0]!;
  decides(drafts, { code: "E-CLOSED-SHORT", record: head });
});
rare("attestation", "keys are attested again, after an upload to another HSM", (drafts) => {
  const one = find(drafts, "keys-attested");
  find(drafts, "opened").data.earlier[0]!.poolRoot = "";
  insert(drafts, one, 1, {});
});
const isNoted: Lie["change"] = (drafts) => {
  const destroyed = find(drafts, "objects-destroyed");
  const [one] = destroyed.data.objects;
  const exception = insertException(drafts, destroyed, {});
  Object.assign(exception.data, { expected: `${one!.object} in the bag ${one!.seal}.` });
  one!.seal = "another";
};
rare("replacement", "an old bag has another number, and people took note of it", isNoted);
rare(
  "activation",
  "an officer signs a closing twice, which voids it, and all sign anew",
  (drafts) => {
    const closing = find(drafts, "closing") as Draft;
    const signed = drafts[drafts.indexOf(closing) + 1]!;
    closesAgain(drafts);
    insert(drafts, signed, 1, {});
  },
);
rare("activation", "a clock was set, and the record says so", (drafts) => {
  const where = find(drafts, "step-began", 4);
  const [before, after] = [3_600_000, 0].map((more) => new Date(where.at + more).toISOString());
  insert(drafts, where, 0, { type: "clock-jumped", by: "app", data: { before, after } });
});
for (const [which, years] of [
  ["ahead of", 10],
  ["behind", -10],
] as const)
  rare(
    "activation",
    `one station's clock is ten years ${which} the other's, and it says so`,
    (drafts) => {
      const taken = drafts.filter(({ type }) => type === "taken-over");
      const apart = years * 365 * 86_400_000;
      const [there = drafts.length, back] = taken.map((draft) => drafts.indexOf(draft));
      for (const draft of drafts.slice(there, back)) draft.at += apart;
      for (const [n, off] of [apart, -apart].entries()) {
        const where = taken[n];
        if (where === undefined) continue;
        const [before, after] = [off, 0].map((less) => new Date(where.at - less).toISOString());
        const told = { before, after };
        delete insert(drafts, where, 1, { type: "clock-jumped", by: "app", data: told }).carries;
      }
    },
  );
rare(
  "replacement",
  "the record before is of a clock that ran ahead, and this one says so",
  (drafts) => {
    const opened = find(drafts, "opened");
    const before = new Date(opened.at + 10 * 365 * 86_400_000).toISOString();
    const after = new Date(opened.at).toISOString();
    opened.data.earlier[0]!.last!.at = before;
    opened.data.earlier[0]!.closedAt = before;
    insert(drafts, opened, 1, { type: "clock-jumped", by: "app", data: { before, after } });
  },
);
rare("replacement", "a clock was fast when an object was seen, and was set right", (drafts) => {
  const { earlier } = find(drafts, "opened").data;
  earlier[0]!.objects[0]!.seenAt = "2199-01-01T00:00:00.000Z";
});
rare("activation", "it resumed after an abort in a step that had begun", (drafts) => {
  const began = structuredClone(find(drafts, "step-began", 0, ofStep("export-certificates")));
  abortAt(drafts, "export-certificates", () => undefined);
  const aborted = find(drafts, "aborted");
  drafts.splice(drafts.indexOf(aborted), 0, began as Draft);
  const done = drafts.filter(({ type }) => type === "step-done").length;
  const data = { step: "", done, again: false, confirmedBy: "witness" };
  insert(drafts, aborted, 1, { type: "resumed", by: "witness", data });
});
rare("activation", "something else came before the HSM's answer, and was set aside", (drafts) => {
  const [began, answer] = [find(drafts, "download-began"), find(drafts, "answer-received")];
  const { data } = structuredClone(answer);
  for (const file of [data, ...data.files]) Object.assign(file, { sha256: OTHER, size: 5000 });
  const decided = { reason: "The HSM is still waiting: the call did not count.", decidedBy: [] };
  const { type, by } = answer;
  insert(drafts, answer, 0, { type, by, data });
  insert(drafts, answer, 0, { type: "download-again-decided", by: "app", data: decided });
  insert(drafts, answer, 0, { type: began.type, by: began.by, data: began.data });
});
rare("activation", "drills are disclosed as they were sealed", (drafts) => {
  const trials = [{ trial: "cable", step: "make-key-1", seat: 1, set: false }];
  const at = find(drafts, "step-began", 3) as Draft;
  const sealed = sealOf("\u201c7\\\n", OTHER, trials);
  insert(drafts, at, 0, { type: "trial-begun", by: "app", data: { sealed } });
  const data = { seed: "\u201c7\\\n", nonce: OTHER, trials };
  insert(drafts, at, 0, { type: "trial-told", by: "app", data });
});
rare("replacement", "it corrects an entry of the earlier record", (drafts) => {
  const record = find(drafts, "opened").data.earlier[0]!.head;
  const exception = insertException(drafts, find(drafts, "seals-checked"), {});
  Object.assign(exception.data, { corrects: { record, entry: 3 } });
});
rare("recovery", "two may list the keys for a while, and both lose that again", (drafts) => {
  const [named, removed] = [find(drafts, "key-reader-named"), drafts.find(isRemoved)];
  if (removed === undefined) throw new Missing();
  insert(drafts, named, 0, { data: { ...named.data, name: "another" } });
  insert(drafts, removed, 1, { data: { ...removed.data, name: "another" } });
});
rare("replacement", "an exception is noted twice, and the first one counts", (drafts) => {
  const checked = find(drafts, "seals-checked");
  const [seal] = checked.data.seals;
  seal!.condition = "broken";
  for (const more of [" It is whole.", ""])
    Object.assign(insertException(drafts, checked as Draft, {}).data, {
      expected: `${seal!.object} is whole.${more}`,
    });
});
for (const [script, officers] of [
  ["activation", 2],
  ["activation", 1],
  ["recovery", 1],
  ["dry-run", 1],
] as const)
  rare(script, `the ${script} is closed by ${officers}, as two people noted`, (drafts) => {
    closedByFirst(drafts, officers);
  });
rare("activation", "three years passed between two steps", (drafts) => {
  const began = find(drafts, "step-began", 6) as Draft;
  for (const draft of drafts.slice(drafts.indexOf(began))) draft.at += 3 * 365 * 86_400_000;
});
rare(
  "activation",
  "its certificates are not valid yet, and two people took note of it in each step",
  (drafts) => {
    for (const draft of drafts) draft.at -= 10 * 365 * 86_400_000;
    const opened = find(drafts, "opened");
    opened.data.clock = new Date(opened.at).toISOString();
    for (const draft of drafts.filter(({ type }) => type === "act-signing" || type === "closing"))
      insertException(drafts, draft, {});
  },
);
for (const script of ["activation", "replacement"])
  rare(script, `it was written under the first version of the rules: ${script}`, (drafts) => {
    const { data } = find(drafts, "opened");
    delete data.rules;
    for (const one of data.earlier) {
      delete one.rules;
      delete one.closedAt;
    }
  });
rare(
  "activation",
  "people were away for 40 days, nothing was sealed, and they took note of it",
  (drafts) => {
    const ended = longRecess(drafts);
    insertException(drafts, ended, { step: stepIn(ended)! });
  },
);
rare("dry-run", "the record before does not commit to what was opened", (drafts) => {
  delete find(drafts, "opened").data.earlier[0]!.commitment;
  find(drafts, "dry-run-passed").data.commitment = OTHER;
});
rare(
  "recovery",
  "what was opened is not what was opened before, and two people accept it",
  (drafts) => {
    const made = find(drafts, "blob-made");
    made.data.commitment = OTHER;
    const code = "E-OPENED-OTHER";
    const data = { code, decidedBy: DECIDERS };
    insert(drafts, made, 0, { type: "refusal-accepted", by: "administrator", data });
    const later = drafts.slice(drafts.indexOf(made));
    for (const consent of consentsIn(later)) consent.accepted = [...(consent.accepted ?? []), code];
  },
);
// What a mutant of a rule would refuse.
const FIRST_OF_MUTANTS = rarities.length;
rare(
  "replacement",
  "under the first rules people took note of an old bag's number",
  (drafts, pool) => {
    underFirst(drafts);
    isNoted(drafts, pool);
  },
);
rare("activation", "an incident is decided at the moment when it was found", (drafts) => {
  exceptionAfterIncident(drafts, 0);
});
rare("activation", "it is aborted while people are away", (drafts) => {
  abortAt(drafts, "make-key-3", () => undefined);
  const aborted = find(drafts, "aborted");
  const data = { step: "make-key-3", seals: [] };
  insert(drafts, aborted, 0, { type: "recess-began", by: "administrator", data });
});
rare("activation", "a step of a take-over is repeated, which changes nothing", (drafts) => {
  const done = drafts[drafts.indexOf(find(drafts, "taken-over") as Draft) + 1];
  if (done?.type !== "step-done") throw new Missing();
  const exception = insertException(drafts, done, { decision: "repeat", step: stepIn(done) ?? "" });
  delete exception.carries;
});
rare("hand-off", "a bag is with another officer's custodian, as people took note", (drafts) => {
  const checked = find(drafts, "seals-checked");
  const handed = find(drafts, "object-handed-off").data.object;
  const [earlier] = find(drafts, "opened").data.earlier;
  const isMedium = ({ object }: { readonly object: string }): boolean =>
    /^officer-\d (backup )?medium$/.test(object);
  const one = checked.data.seals.find((seal) => isMedium(seal) && seal.object !== handed);
  const [officer = ""] = one?.object.split(" ") ?? [];
  const other = earlier!.objects.find(
    (each) => isMedium(each) && !each.object.startsWith(`${officer} `),
  );
  if (one === undefined || other === undefined) throw new Missing();
  one.custodian = other.custodian;
  Object.assign(insertException(drafts, checked as Draft, {}).data, { expected: one.object });
});
rare("activation", "a name is as long as it may be", (drafts) => {
  find(drafts, "opened").data.participants[1]!.name = "W".repeat(60);
});
rare("activation", "a domain is as small as it can be", (drafts) => {
  resized(drafts, 1500);
});
rare("activation", "under the first rules one point was checked", (drafts) => {
  underFirst(drafts);
  find(drafts, "preflight-judged").data.points.splice(1);
  drop(drafts, ...drafts.filter(({ type }) => type === "point-accepted"));
});
rare("activation", "a photograph is an empty file", (drafts) => {
  find(drafts, "seals-photographed").data.photographs[0]!.sha256 = sha256Hex(new Uint8Array());
});
rare(
  "recovery",
  "a later check of the quote failed, and two officers accepted the key",
  (drafts) => {
    const { data } = find(drafts, "exchange-key-judged");
    if (data.verdict !== "attested") throw new Missing();
    data.held.splice(data.held.indexOf("isv-svn"), 1);
    data.failed.push("isv-svn");
    data.verdict = "not-attested";
    const accepted = find(drafts, "exchange-key-accepted").data;
    Object.assign(accepted, { attested: false, decidedBy: [...officersIn(drafts)] });
    for (const consent of consentsIn(drafts))
      if (consent.exchangeAttested === "attested") consent.exchangeAttested = "not-attested";
  },
);
rare("hand-off", "the officers of the earlier record have no signing keys", (drafts) => {
  for (const one of find(drafts, "opened").data.earlier[0]!.officers) {
    one.signingName = "";
    one.signingThumbprint = "";
  }
  for (const consent of consentsIn(drafts)) consent.signers = [];
});
rare("dry-run", "the head of the earlier record was typed", (drafts) => {
  Object.assign(find(drafts, "opened").data, { anchor: "typed", unvouched: ["officer-1"] });
});
rare("recovery", "the exchange key was fetched again, in another answer", (drafts) => {
  runAgain(drafts, find(drafts, "exchange-key-fetched") as Draft, (copies) => {
    find(copies, "exchange-key-fetched").data.files[0]!.sha256 = OTHER;
  });
});
rare("recovery", "the restore blob was made again, and that one was uploaded", (drafts) => {
  runAgain(drafts, find(drafts, "blob-made") as Draft, (copies) => {
    const { data } = find(copies, "blob-made");
    data.sha256 = OTHER;
    data.files[0]!.sha256 = OTHER;
  });
  find(drafts, "upload-began").data.sha256 = OTHER;
});
rare("activation", "a pair is named the other way round", (drafts) => {
  find(drafts, "quorum-proven").data.subsets[0]!.reverse();
});
rare("dry-run", "no group of officers was proven before", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.subsets = [];
});
rare("recovery", "a pair that was proven before is named the other way round", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.subsets[0]!.reverse();
});
rare("dry-run", "what the files of kept keys are called is not known", namelessKeys);
rare("activation", "a domain is as large as a reader takes", (drafts) => {
  resized(drafts, 8 * 1024 * 1024);
});
rare("recovery", "a file of Intel's is replaced at the moment when it was issued", (drafts) => {
  const file = find(drafts, "exchange-key-judged").data.collateral?.files[0];
  if (file === undefined) throw new Missing();
  file.next = file.issued;
});
const isRemoved = ({ type }: Draft): boolean => type === "key-reader-removed";
export const RARITIES: readonly Rarity[] = rarities.slice(0, FIRST_OF_MUTANTS);
export const RARE_CONDITIONS: readonly Rarity[] = rarities.slice(FIRST_OF_MUTANTS);
