// What is rare and honest in steps, times and quotes: a mutant of a rule would refuse it.
import { type Draft, draftOf, stepIn } from "./drafts.fixture.ts";
import {
  type Lie,
  Missing,
  type Rarity,
  abortAt,
  abortBefore,
  accepts,
  apart,
  changeSeat,
  closedByFirst,
  closesAgain,
  decides,
  differs,
  drop,
  find,
  imageHeard,
  insert,
  insertException,
  longRecess,
  ofStep,
  recess,
  recoversInEarnest,
  runAgain,
  underFirst,
  underSecond,
  withExchange,
} from "./lie.fixture.ts";

const rarities: Rarity[] = [];
export const RARE_STEPS: readonly Rarity[] = rarities;
const rare = (script: string, name: string, change: Lie["change"]): void => {
  rarities.push({ script, name, change });
};

const [SECOND, MINUTE, DAY] = [1000, 60_000, 86_400_000];
const iso = (time: number): string => new Date(time).toISOString();
const where = (drafts: readonly Draft[]): Draft => find(drafts, "step-began", 4) as Draft;

rare("activation", "people note something after an abort", (drafts) => {
  abortAt(drafts, "export-certificates", () => undefined);
  insertException(drafts, find(drafts, "closing-on-paper") as Draft, { step: "" });
});
rare("activation", "a reason has letters that are in no Unicode", (drafts) => {
  const change = { role: "witness", from: "Walter Brandt", to: "Noor Haddad" };
  Object.assign(changeSeat(drafts, change).data, { reason: "They left.\u0378" });
});
rare("activation", "the words of the live image were heard", imageHeard);
rare("activation", "what a system is called goes on after a live image's digest", (drafts) => {
  imageHeard(drafts);
  const { software } = find(drafts, "opened").data;
  software.system = `${software.system ?? ""}.`;
  drop(drafts, find(drafts, "image-heard"));
});
rare("replacement", "much is other than last time, as the witness acknowledges", differs);
rare(
  "activation",
  "it is aborted while a key is made, and the reason is as long as it may be",
  (drafts) => {
    abortBefore(drafts, find(drafts, "key-made", 1) as Draft, (aborted) => {
      aborted.reason = "x".repeat(400);
    });
  },
);
rare("activation", "a point is found wrong after the HSM gave its domain", (drafts) => {
  const { data } = structuredClone(find(drafts, "preflight-judged"));
  data.points[0]!.verdict = "wrong";
  insert(drafts, find(drafts, "download-ended"), 1, { type: "preflight-judged", by: "app", data });
});
rare("activation", "it is aborted before the HSM's answer", (drafts) => {
  abortBefore(drafts, find(drafts, "answer-received") as Draft, () => undefined);
});
rare("activation", "a key was found, and then it is aborted", (drafts) => {
  abortAt(drafts, "export-certificates", () => undefined);
  const aborted = find(drafts, "aborted") as Draft;
  const data = { step: "x", medium: "transfer", files: ["cert_0.key"], foundAt: iso(aborted.at) };
  insert(drafts, aborted, 0, { type: "incident-found", by: "app", data });
});
rare("activation", "it resumed when people had decided to abort", (drafts) => {
  const began = structuredClone(find(drafts, "step-began", 0, ofStep("export-certificates")));
  abortAt(drafts, "export-certificates", () => undefined);
  const aborted = find(drafts, "aborted") as Draft;
  drafts.splice(drafts.indexOf(aborted), 0, began as Draft);
  insertException(drafts, aborted, { decision: "abort", step: "export-certificates" });
  const done = drafts.filter(({ type }) => type === "step-done").length;
  const data = { step: "", done, again: false, confirmedBy: "witness" };
  insert(drafts, aborted, 0, { type: "resumed", by: "witness", data });
});
rare(
  "activation",
  "under the first rules expired keys were noted, which excuses nothing",
  (drafts) => {
    underFirst(drafts);
    for (const draft of drafts) draft.at -= 10 * 365 * DAY;
    const opened = find(drafts, "opened");
    opened.data.clock = iso(opened.at);
    for (const draft of drafts.filter(({ type }) => type === "act-signing" || type === "closing"))
      insertException(drafts, draft, {});
  },
);
rare("activation", "people were away for just a day", (drafts) => {
  const { at } = recess(drafts, { took: DAY });
  find(drafts, "recess-began").at = at - DAY;
});
rare("activation", "people were away for 40 days, and all bags were sealed", (drafts) => {
  recess(drafts, { took: 40 * DAY, seals: [{ object: "transfer", seal: "A1" }] });
});
rare(
  "activation",
  "under the first rules a long recess was noted, which excuses nothing",
  (drafts) => {
    underFirst(drafts);
    const ended = longRecess(drafts);
    insertException(drafts, ended, { step: stepIn(ended)! });
  },
);
for (const after of [-SECOND, -MINUTE, DAY, DAY + 1])
  rare("activation", `an entry is ${after} ms after the one before`, (drafts) => {
    apart(drafts, where(drafts), after);
  });
rare("activation", "a clock is set back by ten minutes in a recess", (drafts) => {
  apart(drafts, recess(drafts, {}), -10 * MINUTE);
});
rare("activation", "a clock was set back by ten minutes, and the record says so", (drafts) => {
  const began = where(drafts);
  const data = { before: iso(began.at), after: iso(began.at - 10 * MINUTE) };
  apart(drafts, insert(drafts, began, 0, { type: "clock-jumped", by: "app", data }), -10 * MINUTE);
});
for (const by of [MINUTE, -MINUTE]) {
  rare("activation", `the clock was ${by} ms off when it was read, as it may`, (drafts) => {
    const { at, data } = find(drafts, "opened");
    data.clock = iso(at + by);
  });
  rare("activation", `a clock was set ${by} ms off, as it may`, (drafts) => {
    const { at } = where(drafts);
    const data = { before: iso(at - DAY), after: iso(at + by) };
    insert(drafts, where(drafts), 0, { type: "clock-jumped", by: "app", data });
  });
}
rare("activation", "an exception was noted a minute later than now", (drafts) => {
  const exception = insertException(drafts, where(drafts), {});
  Object.assign(exception.data, { notedAt: iso(exception.at + MINUTE) });
});
for (const ahead of [SECOND, MINUTE])
  rare("replacement", `the record before ended ${ahead} ms after this one began`, (drafts) => {
    const { at, data } = find(drafts, "opened");
    data.earlier[0]!.closedAt = iso(at + ahead);
  });
rare("replacement", "under the first rules the record before says nothing of its end", (drafts) => {
  underFirst(drafts);
  delete find(drafts, "opened").data.earlier[0]!.last;
});
rare("replacement", "under the first rules it goes back to before the record before", (drafts) => {
  underFirst(drafts);
  const { at, data } = find(drafts, "opened");
  data.earlier[0]!.last!.at = iso(at);
  apart(drafts, insertException(drafts, where(drafts), {}), -DAY);
});
for (const [says, closedAt] of [
  ["does not say when it ended", () => ""],
  ["ended a minute before the record that it continues", (at: number) => iso(at - MINUTE)],
] as const)
  rare("attestation", `a part ${says}`, (drafts) => {
    const { earlier } = find(drafts, "opened").data;
    find(drafts, "part-taken").data.closedAt = closedAt(Date.parse(earlier[0]!.closedAt!));
  });
for (const by of [2, -2])
  rare("recovery", `the HSM waited for ${by} seconds more than there were`, (drafts) => {
    const waited = find(drafts, "restore-waited");
    const before = drafts[drafts.indexOf(waited) - 1]!;
    apart(drafts, waited, Date.parse(waited.data.since) + 100 * SECOND - before.at);
    waited.data.waited = 100 + by;
  });
rare("recovery-alone", "in earnest the HSM waited as long as it must", recoversInEarnest);
rare("recovery-alone", "who made the blob leaves and keeps their medium: version 2", (drafts) => {
  underSecond(drafts);
  const { participants } = find(drafts, "opened").data;
  const [role, toRole] = ["officer-1", "officer-3"] as const;
  const from = participants.find((one) => one.role === role)?.name;
  if (from === undefined || participants.some((one) => one.role === toRole)) throw new Missing();
  const change = changeSeat(drafts, { role, from, to: "Noor Haddad" }, "to-connected");
  Object.assign(change.data, { toRole, decidedBy: ["administrator", "witness"] });
  for (const one of drafts.slice(drafts.indexOf(change) + 1))
    one.data = JSON.parse(JSON.stringify(one.data).replaceAll(role, toRole)) as object;
});
rare("dry-run", "an officer who came has no key to sign with, and the others sign", (drafts) => {
  const closing = find(drafts, "closing").data;
  const officer = closing.present.pop()!;
  const { officers } = find(drafts, "opened").data.earlier[0]!;
  const theirs = officers.find((one) => one.officer === officer);
  Object.assign(theirs!, { signingName: "", signingThumbprint: "" });
  closing.consent.signers = closing.consent.signers!.filter((one) => one.officer !== officer);
  const isTheirs = ({ type, by }: Draft): boolean => by === officer && type.startsWith("sign");
  drop(drafts, ...drafts.filter(isTheirs));
});
rare("recovery", "people accept an odd name of the exchange key", (drafts, pool) => {
  withExchange(drafts, pool.odd("oddlyNamed"));
  decides(drafts, { code: "E-CERT-NAME" });
  find(drafts, "exchange-key-judged").data.overruled = ["E-CERT-NAME"];
});
rare("recovery", "people accept the same refusal twice", (drafts) => {
  decides(drafts, { code: "E-CERT-NAME" });
  insert(drafts, find(drafts, "refusal-accepted") as Draft, 1, {});
  find(drafts, "exchange-key-judged").data.overruled = ["E-CERT-NAME"];
});
/** People leave and come back before all sign the end once more. */
function away(drafts: Draft[]): void {
  const again = find(drafts, "closing", 1) as Draft;
  const data = { step: "close", seals: [] };
  insert(drafts, again, 0, { type: "recess-began", by: "administrator", data });
  const ended = { ...data, confirmedBy: "witness" };
  insert(drafts, again, 0, { type: "recess-ended", by: "witness", data: ended });
}
rare("activation", "an officer signs twice, people leave, and then all sign anew", (drafts) => {
  const closing = find(drafts, "closing") as Draft;
  const signed = drafts[drafts.indexOf(closing) + 1]!;
  closesAgain(drafts);
  insert(drafts, signed, 1, {});
  away(drafts);
});
rare("activation", "an officer signs who need not, and all sign anew", (drafts) => {
  const end = drafts.slice(drafts.indexOf(find(drafts, "closing") as Draft));
  const last = end.at(-1)!;
  closedByFirst(drafts, 2);
  closesAgain(drafts);
  const closing = find(drafts, "closing") as Draft;
  drafts.splice(drafts.indexOf(closing) + 2, 0, { ...last, id: -1, at: closing.at });
  away(drafts);
});
rare(
  "activation",
  "people take note between signatures, leave, and then all sign anew",
  (drafts) => {
    closesAgain(drafts);
    const first = drafts.indexOf(find(drafts, "closing") as Draft);
    const again = find(drafts, "closing", 1) as Draft;
    // One officer has signed the first end.
    drop(drafts, ...drafts.slice(first + 2, drafts.indexOf(again)));
    insertException(drafts, again, {});
    away(drafts);
  },
);
rare(
  "recovery-alone",
  "in earnest it begins at the connected station, on its network",
  (drafts, pool) => {
    recoversInEarnest(drafts, pool);
    find(drafts, "opened").data.network.up = ["eth0"];
  },
);
rare("hand-off", "a bag is with someone else, as people took note, who hands it off", (drafts) => {
  const { data } = find(drafts, "object-handed-off");
  const checked = find(drafts, "seals-checked");
  const one = checked.data.seals.find(({ object }) => object === data.object)!;
  const from = "Zoe Quist";
  one.custodian = from;
  Object.assign(insertException(drafts, checked as Draft, {}).data, { expected: data.object });
  data.from = from;
  find(drafts, "hand-off-acknowledged").data.gave = [from];
});
rare("replacement", "a bag was missing, and then it was where it had been", (drafts) => {
  const checked = find(drafts, "seals-checked");
  if (draftOf(drafts, "seals-photographed") !== undefined) throw new Missing();
  const lost = checked.data.seals.find(({ object }) => object.endsWith("envelope"))!;
  runAgain(drafts, checked, () => undefined);
  const { object } = lost;
  Object.assign(lost, { condition: "missing", place: "Nobody knows", custodian: "Nobody" });
  Object.assign(insertException(drafts, checked as Draft, {}).data, { expected: object });
});
rare("hand-off", "who hands off is absent, as people took note", (drafts) => {
  const { from } = find(drafts, "object-handed-off").data;
  const said = find(drafts, "hand-off-acknowledged");
  Object.assign(said.data, { gave: [], absent: [from], decidedBy: ["administrator", "witness"] });
  Object.assign(insertException(drafts, said as Draft, {}).data, { expected: from });
});
rare("replacement", "what was destroyed is listed, and a repeated step lists nothing", (drafts) => {
  runAgain(drafts, find(drafts, "objects-destroyed") as Draft, (copies) => {
    find(copies, "objects-destroyed").data.objects = [];
  });
});
rare(
  "recovery",
  "nobody knows the signer of the enclave, and two officers accept it",
  (drafts, pool) => {
    withExchange(drafts, pool.odd("ofAnotherSigner"));
  },
);
rare("recovery", "another exchange key was fetched, and that one counts", (drafts, pool) => {
  const first = find(drafts, "exchange-key-fetched") as Draft;
  if (find(drafts, "exchange-key-fetched").data.verdict !== "attested") throw new Missing();
  insertException(drafts, first, {});
  runAgain(drafts, first, () => undefined);
  withExchange(
    drafts.filter((draft) => draft !== first),
    pool.unattested,
  );
});
for (const check of ["qe-isv-svn", "isv-prod-id", "tcb-level", "qe-level"] as const)
  rare("recovery", `${check} failed, and two officers accepted the key`, (drafts) => {
    const { data } = find(drafts, "exchange-key-judged");
    const { held, failed, collateral } = data;
    if (!held.includes(check) || failed.length > 0) throw new Missing();
    failed.push(...held.splice(held.indexOf(check), 1));
    for (const level of collateral?.levels ?? [])
      if (level.check === check) level.status = "OutOfDateConfigurationNeeded";
    data.verdict = "not-attested";
    accepts(drafts, false);
  });
