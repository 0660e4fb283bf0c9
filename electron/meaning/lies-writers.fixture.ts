// Lies about who writes what, and where.
import { type Draft, stepIn } from "./drafts.fixture.ts";
import { OTHER, drop, find, insert, listOfLies, ofStep, sealOf, stepOf } from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_WRITERS = lies;
lie("E-MEAN-STATION", "activation", "a key is made at the connected station", (drafts) => {
  for (const draft of stepOf(drafts, "make-key-2")) draft.station = "connected";
});
lie(
  "E-MEAN-STATION",
  "activation",
  "the record continues where it was handed over from",
  (drafts) => {
    for (const draft of stepOf(drafts, "read-activation")) draft.station = "offline";
  },
);
lie("E-MEAN-AFTER", "activation", "an officer signs an entry that is no act", (drafts) => {
  const signed = find(drafts, "signed");
  const over = find(drafts, "key-made").id;
  insert(drafts, signed, 1, { signs: { ...signed.signs!, over } });
});
lie("E-MEAN-PLACE", "activation", "the proof is in the step before it", (drafts) => {
  const proof = find(drafts, "quorum-proven");
  const match = find(drafts, "domain-matched");
  insert(drafts, match, 1, { type: proof.type, by: proof.by, data: proof.data });
});
lie("E-MEAN-PLACE", "activation", "a domain is written after its step", (drafts) => {
  const written = find(drafts, "domain-written");
  const read = find(drafts, "read-aloud");
  insert(drafts, read, 0, { type: written.type, by: written.by, data: written.data });
});
lie("E-MEAN-PLACE", "activation", "a key is recovered in an activation", (drafts) => {
  const at = find(drafts, "read-aloud");
  insert(drafts, at, 1, { type: "keys-compared", by: "app", data: { keys: [] } });
});
lie("E-MEAN-BY", "activation", "the administrator confirms what they did", (drafts) => {
  find(drafts, "step-done", 4).by = "administrator";
});
lie("E-MEAN-BY", "activation", "an officer performs the administrator's step", (drafts) => {
  find(drafts, "step-performed", 0, ofStep("record-custody")).by = "officer-1";
});
lie("E-MEAN-BY", "activation", "the administrator wrote the proof", (drafts) => {
  find(drafts, "quorum-proven").by = "administrator";
});
lie("E-MEAN-OFFICER", "activation", "one officer confirms in another's step", (drafts) => {
  const one = find(drafts, "thumbprint-confirmed", 1);
  const before = find(drafts, "thumbprint-confirmed");
  Object.assign(one, { by: before.by, data: before.data });
});
lie("E-MEAN-STEP", "activation", "a seat was taken for another step", (drafts) => {
  find(drafts, "seat-taken").data.step = "close";
});
lie("E-MEAN-TURN", "activation", "a key opened that nobody typed for", (drafts) => {
  drop(drafts, find(drafts, "seat-taken"));
});
lie("E-MEAN-TURN", "activation", "the third officer was not at the proof", (drafts) => {
  const isHere = (draft: Draft) => stepIn(draft) === "prove-quorum" && draft.by === "officer-3";
  drop(drafts, find(drafts, "seat-taken", 0, isHere));
});
lie("E-MEAN-ABSENT", "attestation", "an officer who never came typed a passphrase", (drafts) => {
  insert(drafts, find(drafts, "step-performed", 1), 0, {
    type: "passphrase-refused",
    by: "officer-1",
    data: { officer: "officer-1", step: "x" },
  });
});
lie("E-MEAN-TRIAL", "activation", "drills are disclosed that nobody set", (drafts) => {
  insert(drafts, find(drafts, "step-began", 3), 0, {
    type: "trial-told",
    by: "app",
    data: { seed: "1", nonce: OTHER, trials: [] },
  });
});
lie("E-MEAN-TRIAL", "activation", "other drills are disclosed than were sealed", (drafts) => {
  const trials = [{ trial: "cable", step: "make-key-1", seat: 1, set: true }];
  const sealed = sealOf("7", OTHER, trials);
  const at = find(drafts, "step-began", 3);
  insert(drafts, at, 0, { type: "trial-begun", by: "app", data: { sealed } });
  const data = { seed: "7", nonce: OTHER, trials: [{ ...trials[0]!, seat: 2 }] };
  insert(drafts, at, 0, { type: "trial-told", by: "app", data });
});
const simulatedLies: readonly (readonly [says: string, roles: readonly (readonly string[])[]])[] = [
  ["a seat is simulated that nobody has", [["officer-9"]]],
  ["a seat is simulated twice at once", [["witness", "witness"]]],
  ["it is said again who is simulated already", [["witness"], ["witness"]]],
  ["it ends that someone is simulated, before it began", [[]]],
];
for (const [says, told] of simulatedLies)
  lie("E-MEAN-SIMULATED", "activation", says, (drafts) => {
    for (const roles of told.toReversed())
      insert(drafts, find(drafts, "step-began", 3), 0, {
        type: "seats-simulated",
        by: "app",
        data: { roles },
      });
  });
