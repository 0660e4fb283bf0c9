// Lies that each break one condition of rules 20 to 40, and of what entries change: they show mutants.
import { type Draft, type DraftOf, draftOf, stepIn } from "./drafts.fixture.ts";
import {
  type Before,
  Missing,
  OTHER,
  UNSIGNED,
  type Remains,
  abortAt,
  abortBefore,
  apart,
  changeSeat,
  differs,
  closesAgain,
  decides,
  drop,
  find,
  imageHeard,
  insert,
  insertException,
  listOfLies,
  ofStep,
  recess,
  recessAround,
  recoversInEarnest,
  runAgain,
  smooth,
  underSecond,
} from "./lie.fixture.ts";
import type { Type } from "./reading.ts";

const { lies, lie } = listOfLies();
export const CONDITIONS_OF_STEPS = lies;

const MINUTE = 60_000;
const iso = (time: number): string => new Date(time).toISOString();
/** Before the fifth step; an entry of a step that has not begun. */
const where = (drafts: readonly Draft[]): Draft => find(drafts, "step-began", 4) as Draft;

// Steps.
lie("E-MEAN-CONFIRMED", "activation", "a hand-over is confirmed as a step", (drafts) => {
  const handed = find(drafts, "handed-over");
  const { step } = handed.data;
  Object.assign(handed, { type: "step-done", data: { step, confirmedBy: handed.by } });
});
lie("E-MEAN-CONFIRMED", "activation", "a step hands over that is none", (drafts) => {
  const done = find(drafts, "step-done", 0, ofStep("export-certificates"));
  const { step } = done.data;
  Object.assign(done, { type: "handed-over", data: { step, to: "connected" } });
});
lie("E-MEAN-CONFIRMED", "activation", "the record was handed over before people did", (drafts) => {
  drop(drafts, find(drafts, "step-performed", 0, ofStep("to-connected")));
});
for (const type of ["step-done", "handed-over"] as const)
  lie("E-MEAN-CONFIRMED", "activation", `what is said in ${type} is of another step`, (drafts) => {
    find(drafts, type).data.step = "close";
  });
lie("E-MEAN-CARRIED", "activation", "the record was handed over to where it is", (drafts) => {
  find(drafts, "handed-over").data.to = "offline";
});
lie("E-MEAN-CARRIED", "activation", "the record was taken over from where it is", (drafts) => {
  const taken = find(drafts, "taken-over");
  Object.assign(taken.data, { from: taken.station });
});
for (const type of ["step-performed", "handed-over"] as const)
  lie(
    "E-MEAN-BY",
    "activation",
    `people decided to abort, and then there is a ${type}`,
    (drafts) => {
      const step = find(drafts, type).data.step;
      insertException(drafts, find(drafts, type) as Draft, { decision: "abort", step });
    },
  );
lie("E-MEAN-PERFORMED", "activation", "the close is performed as other steps are", (drafts) => {
  const began = find(drafts, "step-began", 0, ofStep("close"));
  const data = { step: "close" };
  insert(drafts, began, 1, { type: "step-performed", by: "administrator", data });
});
lie("E-MEAN-PERFORMED", "activation", "another step is performed than has begun", (drafts) => {
  find(drafts, "step-performed").data.step = "close";
});
/** Another officer comes for one who had done their steps. */
function comesForFirst(drafts: Draft[]): Draft {
  const { participants } = find(drafts, "opened").data;
  const nameOf = (role: string) => participants.find((one) => one.role === role)?.name;
  const from = nameOf("officer-1");
  if (from === undefined || nameOf("officer-3") !== undefined) throw new Missing();
  const change = { role: "officer-1", from, to: "Noor Haddad" };
  const changed = changeSeat(drafts, change, "transfer-seal");
  Object.assign(changed.data, { toRole: "officer-3", decidedBy: ["administrator", "witness"] });
  return changed;
}
lie(
  "E-MEAN-ORDER",
  "dry-run",
  "who had done their steps left, and another officer came",
  comesForFirst,
);
lie("E-MEAN-ORDER", "dry-run", "another came for who was done, under version 2", (drafts) => {
  underSecond(drafts);
  comesForFirst(drafts);
});
lie("E-MEAN-ORDER", "dry-run", "the same, under version 2, and they begin theirs", (drafts) => {
  underSecond(drafts);
  const changed = comesForFirst(drafts);
  const began = find(drafts, "step-began", 0, ofStep("check-seals-1"));
  const { at, station } = changed;
  insert(drafts, changed, 1, { ...began, at, station, data: { step: "check-seals-3" } });
});

lie(
  "E-MEAN-WORK",
  "activation",
  "the second officer's signing key is bound by nobody",
  (drafts) => {
    drop(drafts, find(drafts, "signer-bound", 1));
  },
);

// Exceptions, recesses, incidents.
lie("E-MEAN-RECESS", "activation", "a recess begins in a recess", (drafts) => {
  recess(drafts, {});
  insert(drafts, find(drafts, "recess-began") as Draft, 1, {});
});
lie("E-MEAN-RECESS", "activation", "a recess ends that never began", (drafts) => {
  recess(drafts, {});
  drop(drafts, find(drafts, "recess-began"));
});
for (const [n, says] of ["before", "after"].entries())
  lie(
    "E-MEAN-RECESS",
    "activation",
    `a recess begins ${says} the first signs the end`,
    (drafts) => {
      const closing = find(drafts, "closing") as Draft;
      closesAgain(drafts);
      const data = { step: "close", seals: [] };
      const began = { ...UNSIGNED, type: "recess-began", by: "administrator", data };
      insert(drafts, drafts[drafts.indexOf(closing) + n]!, 1, began);
    },
  );
lie("E-MEAN-RECESS", "activation", "a recess begins after people decided to abort", (drafts) => {
  abortAt(drafts, "export-certificates", () => undefined);
  const aborted = find(drafts, "aborted") as Draft;
  insertException(drafts, aborted, { decision: "abort", step: "export-certificates" });
  const data = { step: "", seals: [] };
  insert(drafts, aborted, 0, { type: "recess-began", by: "administrator", data });
});
lie("E-MEAN-EXCEPTION", "activation", "people decide to abort twice", (drafts) => {
  abortAt(drafts, "export-certificates", () => undefined);
  const aborted = find(drafts, "aborted") as Draft;
  insertException(drafts, aborted, { decision: "abort", step: "export-certificates" });
  insertException(drafts, aborted, { decision: "abort", step: "" });
});
const [ONE, TWO] = [
  { object: "transfer", seal: "A1" },
  { object: "domain-copy", seal: "A2" },
];
for (const [says, bags] of [
  ["two bags have one number", { seals: [ONE, { ...TWO, seal: " a1 " }] }],
  ["one bag is listed twice", { seals: [ONE, { ...ONE, seal: "A2" }] }],
  ["there is a bag more at its end", { seals: [ONE], after: [ONE, TWO] }],
  ["another bag is there at its end", { seals: [ONE], after: [{ ...TWO, seal: "A1" }] }],
  ["the administrator ends it", { confirmedBy: "administrator" }],
] as const)
  lie("E-MEAN-RECESS", "activation", `a recess in which ${says}`, (drafts) => {
    recess(drafts, bags);
  });
for (const [type, n] of [
  ["step-performed", 3],
  ["step-done", 3],
  ["handed-over", 0],
  ["seat-taken", 0],
] as const)
  lie("E-MEAN-RECESS", "activation", `in a recess there is a ${type}`, (drafts) => {
    recessAround(drafts, find(drafts, type, n) as Draft);
  });
lie("E-MEAN-RECESS", "activation", "in a recess a passphrase is refused", (drafts) => {
  const taken = find(drafts, "seat-taken");
  const refused = insert(drafts, taken, 1, { type: "passphrase-refused" });
  recessAround(drafts, refused);
});
lie("E-MEAN-RECESS", "activation", "in a recess people accept a refusal", (drafts) => {
  decides(drafts, { code: "E-CERT-NAME" });
  const accepted = find(drafts, "refusal-accepted") as Draft;
  drop(drafts, accepted);
  const began = where(drafts);
  drafts.splice(drafts.indexOf(began) + 1, 0, {
    ...accepted,
    at: began.at,
    station: began.station,
  });
  recessAround(drafts, find(drafts, "refusal-accepted") as Draft);
});
lie("E-MEAN-RECESS", "activation", "in a recess a seat is taken by someone else", (drafts) => {
  const { step } = where(drafts).data as { step: string };
  const change = { role: "witness", from: "Walter Brandt", to: "Noor Haddad" };
  const { at, station } = changeSeat(drafts, change, step);
  const [data, by] = [{ step, seals: [] }, "administrator"];
  insert(drafts, find(drafts, "seat-changed"), 0, { type: "recess-began", by, at, station, data });
});
for (const [script, type, n] of [
  ["activation", "step-began", 4],
  ["activation", "handed-over", 0],
  ["activation", "closing", 0],
  ["hand-off", "closing-on-paper", 0],
] as const)
  lie("E-MEAN-INCIDENT", script, `a key was found before the ${type}`, (drafts) => {
    found(drafts, find(drafts, type, n) as Draft);
  });
/** A key was found on the transfer medium before this entry. */
function found(drafts: Draft[], before: Draft, foundAt = iso(before.at)): Draft {
  const { at, station } = before;
  const data = { step: "x", medium: "transfer", files: ["cert_0.key"], foundAt };
  return insert(drafts, before, 0, {
    ...UNSIGNED,
    type: "incident-found",
    by: "app",
    at,
    station,
    data,
  });
}
for (const [says, change] of [
  ["another step", { step: "close" }],
  ["a step that had begun, and none had", { again: true }],
  ["the administrator's word", { confirmedBy: "administrator" }],
] as readonly (readonly [string, object])[])
  lie("E-MEAN-RESUMED", "activation", `it resumed with ${says}`, (drafts) => {
    Object.assign(resumed(drafts, where(drafts)).data, change);
  });
lie(
  "E-MEAN-RESUMED",
  "activation",
  "it resumed with a step that was performed already",
  (drafts) => {
    const performed = find(drafts, "step-performed", 3);
    const again = resumed(drafts, performed);
    drop(drafts, again);
    const data = { ...again.data, step: performed.data.step, again: true };
    drafts.splice(drafts.indexOf(performed) + 1, 0, { ...again, data });
  },
);
/** It resumed before this entry, as it should. */
function resumed(drafts: Draft[], before: Draft): Draft {
  const earlier = drafts.slice(0, drafts.indexOf(before));
  const done = earlier.filter(({ type }) => /^(step-done|handed-over)$/.test(type)).length;
  const data = { step: stepIn(before), done, again: false, confirmedBy: "witness" };
  return insert(drafts, before, 0, { type: "resumed", by: "witness", data });
}

// Letters that not every reader has.
const UNKNOWN = "A\u0378";
lie(
  "E-MEAN-LETTERS",
  "activation",
  "who comes has a name of letters that are in no Unicode",
  (drafts) => {
    changeSeat(drafts, { role: "witness", from: "Walter Brandt", to: UNKNOWN });
  },
);
lie(
  "E-MEAN-LETTERS",
  "activation",
  "a bag's number has such letters when people leave",
  (drafts) => {
    recess(drafts, { seals: [{ ...ONE, seal: UNKNOWN }] });
  },
);
lie(
  "E-MEAN-LETTERS",
  "activation",
  "a bag's number has such letters when people come back",
  (drafts) => {
    const ended = recess(drafts, { seals: [ONE], after: [{ ...ONE, seal: UNKNOWN }] });
    insertException(drafts, ended, { step: (ended.data as { readonly step: string }).step });
  },
);

for (const member of ["custodian", "place", "seal"] as const)
  lie("E-MEAN-LETTERS", "activation", `the ${member} of an object has such letters`, (drafts) => {
    find(drafts, "custody-recorded").data.objects[0]![member] += UNKNOWN;
  });
for (const member of ["custodian", "place", "found"] as const)
  lie(
    "E-MEAN-LETTERS",
    "hand-off",
    `of an object is said, in such letters: ${member}`,
    (drafts) => {
      const checked = find(drafts, "seals-checked");
      const [one] = checked.data.seals;
      one![member] += UNKNOWN;
      Object.assign(insertException(drafts, checked as Draft, {}).data, { expected: one!.object });
    },
  );

lie("E-MEAN-LETTERS", "hand-off", "who receives an object has such a name", (drafts) => {
  find(drafts, "hand-off-acknowledged").data.took.push(UNKNOWN);
});

// Aborts.
const HSM_WAS = ["hsm-untouched", "hsm-active", "hsm-perhaps"] as const;
const DEEDS = { "hsm-untouched": "none", "hsm-active": "delete", "hsm-perhaps": "ask" } as const;
for (const [script, type, was] of [
  ["activation", "download-began", "hsm-untouched"],
  ["activation", "answer-received", "hsm-perhaps"],
  ["activation", "aftercheck-judged", "hsm-active"],
  ["replacement", "domain-matched", "hsm-untouched"],
  ["recovery", "upload-began", "hsm-untouched"],
  ["recovery", "upload-ended", "hsm-perhaps"],
  ["recovery", "backup-began", "hsm-active"],
] as const)
  for (const because of HSM_WAS.filter((one) => one !== was))
    lie(
      "E-MEAN-REMAINS",
      script,
      `before ${type} of a ${script} it is called ${because}`,
      (drafts) => {
        abortBefore(drafts, find(drafts, type) as Draft, ({ remains }) => {
          Object.assign(remains[0]!, { because, deed: DEEDS[because] });
        });
      },
    );
for (const [says, change] of [
  ["the HSM is named twice", (remains) => remains.push(remains[0]!)],
  ["the HSM is not named", (remains) => remains.shift()],
  ["a key of no use is to be put away", (remains) => remains.forEach(seal)],
  [
    "a key may be on a medium of an officer who began none",
    (remains) => remains.push({ ...remains[1]!, object: "officer-9", because: "key-perhaps" }),
  ],
] as readonly (readonly [string, (remains: Remains) => unknown])[])
  lie("E-MEAN-REMAINS", "activation", `an abort says less than there is: ${says}`, (drafts) => {
    abortAt(drafts, "export-certificates", ({ remains }) => change(remains));
  });
function seal(one: Remains[number]): void {
  if (one.object !== "hsm") one.deed = "seal";
}
lie("E-MEAN-REMAINS", "activation", "an abort leaves out a key that may be there", (drafts) => {
  abortBefore(drafts, find(drafts, "key-made", 1) as Draft, ({ remains }) => remains.splice(3));
});

// What was acknowledged, heard, and when.
for (const [type, change] of [
  ["differences-acknowledged", () => undefined],
  ["image-heard", imageHeard],
] as readonly (readonly [Type, (drafts: Draft[]) => unknown])[])
  lie(
    type === "image-heard" ? "E-MEAN-IMAGE" : "E-MEAN-DIFFERENCES",
    type === "image-heard" ? "activation" : "replacement",
    `${type} comes before people opened`,
    (drafts) => {
      change(drafts);
      const said = find(drafts, type) as Draft;
      drop(drafts, said);
      drafts.splice(drafts.indexOf(find(drafts, "step-performed") as Draft), 0, said);
      smooth(drafts);
    },
  );
for (const member of ["kind", "of", "before", "now"] as const)
  lie("E-MEAN-DIFFERENCES", "replacement", `of what differs, ${member} is not so`, (drafts) => {
    const [one] = differs(drafts);
    Object.assign(one!, { [member]: member === "kind" ? "script" : "another" });
  });
lie("E-MEAN-DIFFERENCES", "replacement", "what differs is from another record", (drafts) => {
  find(drafts, "differences-acknowledged").data.since = OTHER;
});
for (const by of [MINUTE + 1, -MINUTE - 1]) {
  lie("E-MEAN-MOMENT", "activation", `the clock was ${by} ms off when it was read`, (drafts) => {
    const { at, data } = find(drafts, "opened");
    data.clock = iso(at + by);
  });
  lie("E-MEAN-MOMENT", "activation", `a clock was set ${by} ms off`, (drafts) => {
    jumped(drafts, where(drafts), iso(where(drafts).at), by);
  });
}
lie("E-MEAN-MOMENT", "activation", "what the clock showed is written in another way", (drafts) => {
  const { at, data } = find(drafts, "opened");
  data.clock = iso(at).replace("Z", "+00:00");
});
/** What a clock showed is said before an entry. */
function jumped(drafts: Draft[], at: Draft, before: string, off = 0): void {
  const data = { before, after: iso(at.at + off) };
  insert(drafts, at, 0, { type: "clock-jumped", by: "app", data });
}
lie("E-MEAN-TIME", "activation", "it goes back by more than a minute", (drafts) => {
  apart(drafts, where(drafts), -MINUTE - 1);
});
lie("E-MEAN-MOMENT", "activation", "an exception was noted later than now", (drafts) => {
  const exception = insertException(drafts, where(drafts), {});
  Object.assign(exception.data, { notedAt: iso(exception.at + MINUTE + 1) });
});
lie("E-MEAN-MOMENT", "activation", "a key was found later than now", (drafts) => {
  const began = where(drafts);
  found(drafts, began, iso(began.at + MINUTE + 1));
  insertException(drafts, began, {});
});
lie("E-MEAN-MOMENT", "attestation", "a backup is of tomorrow", (drafts) => {
  const named = find(drafts, "backup-named");
  named.data.takenAt = iso(named.at + 2 * 86_400_000).slice(0, 10);
});
lie(
  "E-MEAN-MOMENT",
  "replacement",
  "the earlier record began after its end, tomorrow",
  (drafts) => {
    const { at, data } = find(drafts, "opened");
    data.earlier[0]!.last!.at = iso(at + 86_400_000);
  },
);
lie(
  "E-MEAN-MOMENT",
  "replacement",
  "the earlier record began tomorrow, and ended at a day that there is not",
  (drafts) => {
    const { at, data } = find(drafts, "opened");
    data.earlier[0]!.last!.at = iso(at + 86_400_000);
    data.earlier[0]!.closedAt = "9999-11-31T10:00:00.000Z";
  },
);
for (const [says, change] of [
  [
    "ended at a day that there is not",
    (earlier) => (earlier.closedAt = "2025-11-31T10:00:00.000Z"),
  ],
  [
    "ended a minute after this one began",
    (earlier, at) => (earlier.closedAt = iso(at + MINUTE + 1)),
  ],
] as readonly (readonly [string, (earlier: Before, at: number) => unknown])[])
  lie("E-MEAN-BEFORE", "replacement", `the earlier record ${says}`, (drafts) => {
    const { at, data } = find(drafts, "opened");
    change(data.earlier[0]!, at);
  });
lie(
  "E-MEAN-BEFORE",
  "replacement",
  "a clock ran ahead, and another time is said of it",
  (drafts) => {
    const opened = find(drafts, "opened");
    opened.data.earlier[0]!.closedAt = iso(opened.at + 86_400_000);
    jumped(drafts, drafts[1]!, iso(opened.at + 86_400_001));
  },
);
lie(
  "E-MEAN-BEFORE",
  "attestation",
  "a part ended before the record that it continues",
  (drafts) => {
    const closedAt = Date.parse(find(drafts, "opened").data.earlier[0]!.closedAt!);
    find(drafts, "part-taken").data.closedAt = iso(closedAt - MINUTE - 1);
  },
);
for (const [says, change] of [
  ["was told to wait for less", (waited) => (waited.data.advised = 1799)],
  ["was told to wait for more", (waited) => (waited.data.advised = 1801)],
  ["waited since another time", sinceAnother],
  ["waited three seconds less", (waited) => (waited.data.waited -= 3)],
  ["waited three seconds more", (waited) => (waited.data.waited += 3)],
] as readonly (readonly [string, (waited: DraftOf<"restore-waited">) => unknown])[])
  lie("E-MEAN-MOMENT", "recovery", `the HSM ${says}`, (drafts) => {
    const waited = find(drafts, "restore-waited");
    const before = drafts[drafts.indexOf(waited) - 1]!;
    apart(drafts, waited, Date.parse(waited.data.since) + 100_000 - before.at);
    waited.data.waited = 100;
    change(waited);
  });
function sinceAnother({ data }: DraftOf<"restore-waited">): void {
  data.since = iso(Date.parse(data.since) - 50_000);
  data.waited += 50;
}
lie(
  "E-MEAN-MOMENT",
  "recovery-alone",
  "in earnest the HSM waited for too short a time",
  (drafts, pool) => {
    recoversInEarnest(drafts, pool);
    find(drafts, "restore-waited").data.waited -= 1;
  },
);

// What an entry changes.
lie("E-MEAN-TURN", "activation", "seats were taken in the run before", (drafts) => {
  let seats: readonly Draft[] = [];
  runAgain(drafts, find(drafts, "quorum-proven") as Draft, (copies) => {
    seats = copies.filter(({ type }) => type === "seat-taken");
  });
  drop(drafts, ...seats);
});
lie("E-MEAN-BACKUP", "activation", "backups were opened in the run before", (drafts) => {
  let opened: readonly Draft[] = [];
  runAgain(drafts, find(drafts, "quorum-proven") as Draft, (copies) => {
    opened = copies.filter(({ type }) => type === "key-opened");
  });
  drop(drafts, ...opened);
});
for (const [script, type] of [
  ["dry-run", "dry-run-passed"],
  ["recovery", "blob-made"],
] as const)
  lie("E-MEAN-COMMITMENT", script, `a second ${type} opened something else`, (drafts) => {
    delete find(drafts, "opened").data.earlier[0]!.commitment;
    runAgain(drafts, find(drafts, type) as Draft, (copies) => {
      find(copies, type).data.commitment = OTHER;
    });
  });
lie("E-MEAN-DEVIATION", "adoption", "a deviation was accepted in the run before", (drafts) => {
  let accepted: readonly Draft[] = [];
  runAgain(drafts, find(drafts, "custody-recorded") as Draft, (copies) => {
    accepted = copies.filter(({ data }) => "rule" in data && data.rule === "sites");
  });
  if (accepted.length === 0) throw new Missing();
  drop(drafts, ...accepted);
});
lie("E-MEAN-SEAL", "replacement", "what is broken was noted in the step before", (drafts) => {
  const [torn] = find(drafts, "seals-checked").data.seals;
  torn!.condition = "broken";
  const exception = insertException(drafts, find(drafts, "step-performed") as Draft, {});
  Object.assign(exception.data, { expected: torn!.object });
});
lie("E-MEAN-HANDED-OFF", "hand-off", "who hands off said so in the run before", (drafts) => {
  const said = find(drafts, "hand-off-acknowledged").data;
  const { from, to } = find(drafts, "object-handed-off").data;
  said.took.push(from);
  said.gave.push(to);
  let again: readonly Draft[] = [];
  runAgain(drafts, find(drafts, "object-handed-off") as Draft, (copies) => {
    again = copies.filter(({ type }) => type === "hand-off-acknowledged");
    Object.assign(find(copies, "object-handed-off").data, { from: to, to: from });
  });
  drop(drafts, ...again);
});
lie("E-MEAN-DESTROYED", "replacement", "what was destroyed is destroyed once more", (drafts) => {
  runAgain(drafts, find(drafts, "objects-destroyed") as Draft, () => undefined);
});
lie("E-MEAN-PHOTO", "replacement", "a photograph shows a bag that is missing", (drafts) => {
  const checked = find(drafts, "seals-checked");
  const lost = checked.data.seals.find(({ object }) => object.endsWith("envelope"));
  if (lost === undefined || draftOf(drafts, "seals-photographed") !== undefined)
    throw new Missing();
  lost.condition = "missing";
  const { object, found: number } = lost;
  Object.assign(insertException(drafts, checked as Draft, {}).data, { expected: object });
  const photograph = { object, seal: number, sha256: OTHER, size: 1, before: "" };
  const data = { photographs: [photograph] };
  insert(drafts, checked, 1, { type: "seals-photographed", by: "administrator", data });
});
lie("E-MEAN-KEPT", "activation", "in the run after, two objects have one seal", (drafts) => {
  runAgain(drafts, find(drafts, "custody-recorded") as Draft, (copies) => {
    const [one, two] = find(copies, "custody-recorded").data.objects;
    two!.seal = one!.seal;
  });
});
lie("E-MEAN-PART", "attestation", "two parts are one record", (drafts) => {
  const [one, two] = [find(drafts, "part-taken"), find(drafts, "part-taken", 1)];
  two.data.head = one.data.head;
});
lie(
  "E-MEAN-KEPT",
  "attestation",
  "a part says that one person keeps media of two officers",
  (drafts) => {
    find(drafts, "seals-checked");
    const { data } = find(drafts, "part-taken");
    const isMedium = ({ object }: { readonly object: string }): boolean =>
      object.endsWith(" backup medium");
    const other = find(drafts, "opened").data.earlier[0]!.objects.find(
      (one) => isMedium(one) && !one.object.startsWith(`${data.officer} `),
    );
    data.standing.objects.find(isMedium)!.custodian = other!.custodian;
  },
);
lie(
  "E-MEAN-EXPIRED",
  "dry-run",
  "it is signed with kept keys when they were long expired",
  (drafts) => {
    for (const draft of drafts) draft.at += 200 * 365 * 86_400_000;
    const opened = find(drafts, "opened");
    opened.data.clock = iso(opened.at);
  },
);
lie("E-MEAN-DECIDED", "activation", "one person alone decides", (drafts) => {
  const exception = insertException(drafts, find(drafts, "read-aloud") as Draft, {});
  Object.assign(exception.data, { decidedBy: ["administrator"] });
});
lie("E-MEAN-DECIDED", "activation", "who left decides with the witness who came", (drafts) => {
  changeSeat(drafts, { role: "witness", from: "Walter Brandt", to: "Noor Haddad" });
  const exception = insertException(drafts, find(drafts, "read-aloud") as Draft, {});
  Object.assign(exception.data, { decidedBy: ["Walter Brandt", "administrator"] });
});
