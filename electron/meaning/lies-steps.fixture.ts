// Lies about steps, exceptions, recesses, incidents and aborts.
import {
  type Before,
  DECIDERS,
  type Lie,
  Missing,
  OTHER,
  type Remains,
  abortAt,
  changeSeat,
  drop,
  find,
  imageHeard,
  insert,
  insertException,
  listOfLies,
  ofStep,
  remainsAfter,
  smooth,
  stepOf,
  takePart,
} from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_STEPS = lies;
lie("E-MEAN-OVER", "activation", "a step continues after people decided to abort", (drafts) => {
  insertException(drafts, find(drafts, "step-began", 3), { decision: "abort" });
});
lie("E-MEAN-ORDER", "activation", "the comparison of an officer is left out", (drafts) => {
  drop(drafts, ...stepOf(drafts, "compare-thumbprint-2"));
});
lie("E-MEAN-ORDER", "activation", "the proof comes before the match", (drafts) => {
  const proof = stepOf(drafts, "prove-quorum");
  drop(drafts, ...proof);
  const to = drafts.indexOf(find(drafts, "step-began", 0, ofStep("match-domain")));
  drafts.splice(to, 0, ...proof);
  smooth(drafts);
});
lie("E-MEAN-ORDER", "attestation", "what was chosen is not where it goes", (drafts) => {
  const chosen = find(drafts, "chosen", 0, ofStep("where-transfer"));
  const isHere = chosen.data.goTo === "transfer-seal";
  chosen.data.goTo = isHere ? "where-copy" : "transfer-seal";
});
lie("E-MEAN-AGAIN", "activation", "a step begins again, as nobody decided", (drafts) => {
  const began = find(drafts, "step-began", 0, ofStep("match-domain"));
  insert(drafts, began, 1, {});
});
lie("E-MEAN-PERFORMED", "activation", "a step is performed twice", (drafts) => {
  insert(drafts, find(drafts, "step-performed", 4), 1, {});
});
lie("E-MEAN-WORK", "activation", "a proof without a proof", (drafts) => {
  drop(drafts, find(drafts, "quorum-proven"));
});
lie("E-MEAN-WORK", "activation", "an officer signed nothing", (drafts) => {
  drop(drafts, find(drafts, "signed"));
});
lie("E-MEAN-WORK", "activation", "nobody read the domain aloud", (drafts) => {
  drop(drafts, find(drafts, "read-aloud"));
});
lie("E-MEAN-CONFIRMED", "activation", "a step is confirmed that was not performed", (drafts) => {
  drop(drafts, find(drafts, "step-performed", 0, ofStep("match-domain")));
});
lie("E-MEAN-CONFIRMED", "activation", "it says that someone else confirmed", (drafts) => {
  find(drafts, "step-done", 5).data.confirmedBy = "officer-2";
});
lie("E-MEAN-CHOICE", "attestation", "what was chosen could not be chosen", (drafts) => {
  find(drafts, "chosen").data.goTo = "close";
});
lie("E-MEAN-CARRIED", "activation", "the record that was taken over is another", (drafts) => {
  const taken = find(drafts, "taken-over");
  delete taken.carries;
  taken.data.head = OTHER;
});
lie("E-MEAN-DECIDED", "activation", "one person alone accepted a deviation", (drafts) => {
  find(drafts, "deviation-accepted").data.decidedBy = ["administrator", "administrator"];
});
lie("E-MEAN-DECIDED", "hand-off", "an officer decided who was not there", (drafts) => {
  const exception = insertException(drafts, find(drafts, "seals-checked"), {});
  Object.assign(exception.data, { decidedBy: ["administrator", "officer-1"] });
});
for (const [script, name, change] of [
  [
    "activation",
    "a point was accepted, and nobody says why",
    (drafts) => {
      find(drafts, "point-accepted").data.reason = " ";
    },
  ],
  [
    "activation",
    "the witness left, and nobody says why",
    (drafts) => {
      const to = "Noor Haddad";
      Object.assign(changeSeat(drafts, { role: "witness", from: "Walter Brandt", to }).data, {
        reason: "\u3164",
      });
    },
  ],
  [
    "attestation",
    "a key is in trouble, and nobody says what happened",
    (drafts) => {
      find(drafts, "trouble-reported").data.happened = "";
    },
  ],
  [
    "recovery",
    "nobody knows the keys, nor says why",
    (drafts) => {
      const { unknown } = find(drafts, "backup-known").data;
      if (unknown === undefined) throw new Missing();
      unknown.reason = "";
    },
  ],
] as readonly (readonly [string, string, Lie["change"]])[])
  lie("E-MEAN-DECIDED", script, name, change);
lie("E-MEAN-EXCEPTION", "replacement", "it corrects an entry of another record", (drafts) => {
  const exception = insertException(drafts, find(drafts, "seals-checked"), {});
  Object.assign(exception.data, { corrects: { record: OTHER, entry: 3 } });
});
lie("E-MEAN-EXCEPTION", "activation", "people decide to abort what was aborted", (drafts) => {
  abortAt(drafts, "export-certificates", () => undefined);
  insertException(drafts, find(drafts, "closing-on-paper"), { decision: "abort", step: "" });
});
lie("E-MEAN-EXCEPTION", "activation", "an exception is about another step", (drafts) => {
  insertException(drafts, find(drafts, "read-aloud"), { step: "close" });
});
lie("E-MEAN-RECESS", "activation", "a step begins in a recess", (drafts) => {
  const at = find(drafts, "step-began", 4);
  insert(drafts, at, 0, {
    type: "recess-began",
    by: "administrator",
    data: { step: at.data.step, seals: [] },
  });
});
lie("E-MEAN-RECESS", "activation", "a key is made while people are away", (drafts) => {
  const { step } = find(drafts, "seat-taken").data;
  const data = { step, seals: [] };
  const making = find(drafts, "key-making-began");
  insert(drafts, making, 0, { type: "recess-began", by: "administrator", data });
  const ended = { ...data, confirmedBy: "witness" };
  insert(drafts, find(drafts, "key-opened"), 1, {
    type: "recess-ended",
    by: "witness",
    data: ended,
  });
});
lie("E-MEAN-RECESS", "activation", "a recess begins, and nobody lists the bags", (drafts) => {
  const at = find(drafts, "step-began", 4);
  const { step } = at.data;
  insert(drafts, at, 0, { type: "recess-began", by: "administrator", data: { step } });
  const data = { step, confirmedBy: "witness" };
  insert(drafts, at, 0, { type: "recess-ended", by: "witness", data });
});
lie("E-MEAN-BAGS", "activation", "a bag has another number after the recess", (drafts) => {
  const at = find(drafts, "step-began", 4);
  const { station } = at;
  const { step } = at.data;
  const seals = (seal: string) => [{ object: "transfer", seal }];
  insert(drafts, at, 0, {
    type: "recess-began",
    by: "administrator",
    station,
    data: { step, seals: seals("A1") },
  });
  const data = { step, seals: seals("A2"), confirmedBy: "witness" };
  insert(drafts, at, 0, { type: "recess-ended", by: "witness", station, data });
});
lie("E-MEAN-INCIDENT", "activation", "it continues though a key was on the medium", (drafts) => {
  const taken = find(drafts, "taken-over");
  const data = {
    step: "x",
    medium: "transfer",
    files: ["cert_0.key"],
    foundAt: new Date(taken.at).toISOString(),
  };
  insert(drafts, taken, 1, {
    type: "incident-found",
    by: "app",
    carries: undefined as never,
    data,
  });
});
lie("E-MEAN-RESUMED", "activation", "it resumed after more steps than were done", (drafts) => {
  insert(drafts, find(drafts, "step-began", 4), 0, {
    type: "resumed",
    by: "witness",
    data: { step: "confirm-thumbprint-1", done: 9, again: false, confirmedBy: "witness" },
  });
});
lie("E-MEAN-ABORTED", "activation", "it was aborted, and nobody says why", (drafts) => {
  abortAt(drafts, "make-key-3", (aborted) => {
    aborted.reason = " ";
  });
});
lie("E-MEAN-ABORTED", "activation", "the reason of an abort is a book", (drafts) => {
  abortAt(drafts, "make-key-3", (aborted) => {
    aborted.reason = "x".repeat(401);
  });
});
lie("E-MEAN-REMAINS", "activation", "an HSM that gave its domain is called untouched", (drafts) => {
  abortAt(drafts, "match-domain", ({ remains }) => {
    remains[0]!.because = "hsm-untouched";
  });
});
lie("E-MEAN-REMAINS", "activation", "keys to an active HSM are to be destroyed", (drafts) => {
  abortAt(drafts, "match-domain", ({ remains }) => {
    for (const one of remains.slice(1)) one.deed = "destroy";
  });
});
lie("E-MEAN-REMAINS", "activation", "an abort leaves out a backup of a key", (drafts) => {
  abortAt(drafts, "export-certificates", ({ remains }) => {
    remains.splice(2, 1);
  });
});
for (const [says, change] of [
  [
    "what is to be destroyed is to be put away as well",
    (remains) => remains.push({ ...remains[1]!, deed: "seal" }),
  ],
  [
    "a key is said to be on a medium of an officer who made none",
    (remains) => remains.push({ ...remains[1]!, object: "officer-9" }),
  ],
  [
    "an HSM that nothing was asked of is to be deleted",
    (remains) => Object.assign(remains[0]!, { deed: "delete" }),
  ],
] as readonly (readonly [string, (remains: Remains) => unknown])[])
  lie("E-MEAN-REMAINS", "activation", `an abort contradicts itself: ${says}`, (drafts) => {
    abortAt(drafts, "export-certificates", ({ remains }) => change(remains));
  });
lie("E-MEAN-FORM", "activation", "an abort asks for a deed that there is not", (drafts) => {
  abortAt(drafts, "export-certificates", ({ remains }) => {
    Object.assign(remains[1]!, { deed: "constructor" });
  });
});
lie("E-MEAN-SEAT", "activation", "an officer's seat is taken after the key was made", (drafts) => {
  changeSeat(
    drafts,
    { role: "officer-1", from: "Ines Okafor", to: "Noor Haddad" },
    "export-certificates",
  );
});
lie("E-MEAN-SEAT", "activation", "someone leaves who was not there", (drafts) => {
  changeSeat(drafts, { role: "witness", from: "Nobody", to: "Noor Haddad" });
});
lie("E-MEAN-DECIDED", "activation", "who leaves decides who comes", (drafts) => {
  const change = changeSeat(drafts, { role: "witness", from: "Walter Brandt", to: "Noor Haddad" });
  Object.assign(change.data, { decidedBy: DECIDERS });
});
lie("E-MEAN-DIFFERENCES", "replacement", "nobody acknowledged what differs", (drafts) => {
  drop(drafts, find(drafts, "differences-acknowledged"));
});
lie("E-MEAN-IMAGE", "activation", "the words of another live image were heard", (drafts) => {
  imageHeard(drafts).data.sha256 = OTHER;
});
lie("E-MEAN-IMAGE", "activation", "nobody heard the words of the live image", (drafts) => {
  drop(drafts, imageHeard(drafts));
});
lie("E-MEAN-IMAGE", "activation", "a live image was heard where there was none", (drafts) => {
  imageHeard(drafts);
  delete find(drafts, "opened").data.software.system;
});
for (const [says, code, before, after] of [
  ["what people said", "E-MEAN-FORM", "10:00. All media were checked; the clock", "10:00"],
  ["no time", "E-MEAN-MOMENT", "", null],
  ["another day than its own", "E-MEAN-MOMENT", null, "2026-01-01T00:00:00.000Z"],
] as const)
  lie(code, "activation", `a clock is said to have shown ${says}`, (drafts) => {
    const where = find(drafts, "step-began", 4);
    const now = new Date(where.at).toISOString();
    const data = { before: before ?? now, after: after ?? now };
    insert(drafts, where, 0, { type: "clock-jumped", by: "app", data });
  });
for (const [says, change] of [
  ["a proof", (earlier) => (earlier.provenAt = "2199-99-99T00:00:00.000Z")],
  ["a bag", (earlier) => (earlier.objects[0]!.seenAt = "2026-01-01T24:00:00.000Z")],
] as readonly (readonly [string, (earlier: Before) => unknown])[])
  lie("E-MEAN-FORM", "replacement", `${says} was seen at a time that there is not`, (drafts) => {
    change(find(drafts, "opened").data.earlier[0]!);
  });
lie("E-MEAN-TIME", "activation", "the proof was an hour before the download", (drafts) => {
  find(drafts, "quorum-proven").at -= 3_600_000;
});
lie("E-MEAN-MOMENT", "recovery", "the HSM waited longer than there was time", (drafts) => {
  find(drafts, "restore-waited").data.waited += 1800;
});
lie("E-MEAN-MOMENT", "attestation", "a backup is of a day that there is not", (drafts) => {
  find(drafts, "backup-named").data.takenAt = "2025-11-31";
});
lie("E-MEAN-MOMENT", "activation", "an exception is of a day that there is not", (drafts) => {
  const exception = insertException(drafts, find(drafts, "read-aloud"), {});
  Object.assign(exception.data, { notedAt: "2025-11-31T10:00:00.000Z" });
});
lie("E-MEAN-MOMENT", "replacement", "the earlier record ended at no time", (drafts) => {
  const { last } = find(drafts, "opened").data.earlier[0]!;
  if (last === undefined) throw new Missing();
  last.at = "";
});
lie("E-MEAN-MOMENT", "attestation", "a part was closed next year", (drafts) => {
  takePart(drafts).data.closedAt = "2027-06-01T00:00:00.000Z";
});

lie("E-MEAN-MOMENT", "activation", "the clock that was read aloud was another day's", (drafts) => {
  find(drafts, "opened").data.clock = "2025-12-24T09:00:00.000Z";
});
lie("E-MEAN-DIFFERENCES", "replacement", "what differs was not told", (drafts) => {
  const { data } = find(drafts, "differences-acknowledged");
  data.differences = [{ kind: "version", of: "", before: "0", now: "1" }];
});
lie("E-MEAN-PREFLIGHT", "activation", "the HSM was active before it was activated", (drafts) => {
  for (const draft of drafts)
    if (draft.type === "activation-read") draft.data = { state: "Active" };
});
lie("E-MEAN-PREFLIGHT", "activation", "it was activated though a point was wrong", (drafts) => {
  find(drafts, "preflight-judged").data.points[0]!.verdict = "wrong";
});
lie("E-MEAN-PREFLIGHT", "activation", "a point that people decide was not accepted", (drafts) => {
  drop(drafts, find(drafts, "point-accepted"));
});
lie(
  "E-MEAN-STATION",
  "recovery",
  "an aborted ceremony is signed at the connected station",
  (drafts) => {
    const from = drafts.indexOf(find(drafts, "step-began", 0, ofStep("backup-empty")));
    const rest = drafts.splice(from);
    const data = { reason: "Fire.", decidedBy: DECIDERS, remains: remainsAfter(drafts) };
    drafts.push({ ...rest[0]!, type: "aborted", by: "administrator", data });
    for (const draft of rest.slice(rest.findIndex(({ type }) => type === "closing")))
      drafts.push({ ...draft, station: "connected" });
  },
);
