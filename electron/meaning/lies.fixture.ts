// Lies: records that are complete and validly signed, by the officers' own keys, and say what did
// not happen. Each breaks one rule of FORMAT.md, in an honest ceremony of the script that it names.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { NEWEST, type RuleCode } from "./breach.ts";
import {
  consentsIn,
  copyOf,
  draftOf,
  sealed,
  stepIn,
  type Draft,
  type DraftOf,
  type Drafted,
} from "./drafts.fixture.ts";
import { sealedText, systemWithImage } from "../ceremony/ceremony.ts";
import type { Type } from "./reading.ts";
import { after, ceremonyOf, POINTS, type Ceremony } from "./ceremony.fixture.ts";
import { certify, HSM, type Pool } from "./pool.fixture.ts";

export interface Lie {
  readonly name: string;
  readonly script: string;
  readonly code: RuleCode;
  readonly change: (drafts: Draft[], pool: Pool) => void;
  /** The head that it continues; left out it is that of the honest one. */
  readonly previous?: string;
}

/** A change of an honest ceremony after which it is honest still. */
export type Rarity = Omit<Lie, "code">;

const lies: Lie[] = [];
const lie = (
  code: RuleCode,
  script: string,
  name: string,
  change: Lie["change"],
  previous?: string,
): void => {
  lies.push({ code, script, name, change, ...(previous === undefined ? {} : { previous }) });
};

export const OTHER_SCRIPT = "another";
const OTHER = sha256Hex(utf8(OTHER_SCRIPT));
const IMAGE = sha256Hex(utf8("image"));

const sealOf = (...told: Parameters<typeof sealedText>): string =>
  sha256Hex(utf8(sealedText(...told)));

/** Not every honest ceremony has what a lie changes. */
class Missing extends Error {}

/** As `draftOf`, but it must be there. */
function find<Of extends Type>(
  drafts: readonly Draft[],
  type: Of,
  n = 0,
  is: (draft: Draft) => boolean = () => true,
): DraftOf<Of> {
  const found = draftOf(drafts, type, n, is);
  if (found === undefined) throw new Missing(type);
  return found;
}

const ofStep = (step: string) => (draft: Draft) => stepIn(draft) === step;

const drop = (drafts: Draft[], ...gone: readonly Draft[]): void => {
  for (const one of gone) drafts.splice(drafts.indexOf(one), 1);
};

let fresh = 100_000;
/** An entry more, like another. */
function insert(drafts: Draft[], where: Draft, offset: 0 | 1, change: Partial<Draft>): Draft {
  const draft = { ...where, data: structuredClone(where.data), ...change, id: fresh++ };
  drafts.splice(drafts.indexOf(where) + offset, 0, draft);
  return draft;
}

/** All entries from the step's beginning to its end. */
function stepOf(drafts: readonly Draft[], step: string): readonly Draft[] {
  const from = drafts.findIndex((draft) => draft.type === "step-began" && stepIn(draft) === step);
  const to = drafts.findIndex(
    (draft) =>
      (draft.type === "step-done" || draft.type === "handed-over") && stepIn(draft) === step,
  );
  return drafts.slice(from, to + 1);
}

const DECIDERS = ["administrator", "witness"];
type Before = DraftOf<"opened">["data"]["earlier"][number];

// Names.
lie("E-MEAN-LETTERS", "activation", "one person has two names by a character of none", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  participants[1]!.name = `${participants[0]!.name}\uffff`;
});
lie("E-MEAN-LETTERS", "activation", "a custodian's name has a later letter", (drafts) => {
  find(drafts, "custody-recorded").data.objects[0]!.custodian += "\u0378";
});
lie("E-MEAN-LETTERS", "hand-off", "a place has a character of none", (drafts) => {
  find(drafts, "object-handed-off").data.place += "\ufdd0";
});

/** Two people decide despite a refusal, and all consent to it. */
const decides = (drafts: Draft[], data: { readonly code: string; readonly record?: string }) => {
  const opened = find(drafts, "opened");
  insert(drafts, opened, 1, { type: "refusal-accepted", data: { ...data, decidedBy: DECIDERS } });
  for (const consent of consentsIn(drafts)) consent.accepted = [data.code];
};
lie("E-MEAN-OVERRULED", "replacement", "people decide about no one record", (drafts) => {
  decides(drafts, { code: "E-CLOSED-SHORT" });
});
lie(
  "E-MEAN-OVERRULED",
  "replacement",
  "a decision about a certificate names a record",
  (drafts) => {
    decides(drafts, { code: "E-CERT-NAME", record: OTHER });
  },
);

// The ceremony.
lie("E-MEAN-FORM", "activation", "an entry has a member more", (drafts) => {
  Object.assign(find(drafts, "domain-written").data, { note: "proven" });
});
lie("E-MEAN-FORM", "activation", "an entry is of no type that there is", (drafts) => {
  insert(drafts, find(drafts, "step-done", 3), 1, { type: "blessed", data: {} });
});
lie("E-MEAN-FORM", "activation", "a first entry asks for older rules", (drafts) => {
  Object.assign(find(drafts, "opened").data, { recordFormat: 1 });
});
lie(
  "E-MEAN-OPENED",
  "activation",
  "steps are not confirmed apart, as in older records",
  (drafts) => {
    delete find(drafts, "opened").data.confirmation;
  },
);
lie("E-MEAN-OPENED", "activation", "it is opened twice", (drafts) => {
  const first = find(drafts, "opened");
  insert(drafts, find(drafts, "step-done"), 1, { type: "opened", data: first.data, by: first.by });
});
lie("E-MEAN-SCRIPT", "activation", "the quorum is not the script's", (drafts) => {
  find(drafts, "opened").data.required = 3;
});
lie("E-MEAN-SCRIPT", "activation", "it calls itself a recovery", (drafts) => {
  find(drafts, "opened").data.script = "recovery";
});
lie("E-MEAN-EARLIER", "replacement", "it continues another record than it says", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.head = OTHER;
});
lie("E-MEAN-EARLIER", "recovery", "two officers of the earlier record have one key", (drafts) => {
  const [one, two] = find(drafts, "opened").data.earlier[0]!.officers;
  two!.thumbprint = one!.thumbprint;
});
lie("E-MEAN-EARLIER", "replacement", "it is held at another HSM than the earlier one", (drafts) => {
  find(drafts, "opened").data.hsm = "Contoso-Elsewhere";
  for (const consent of consentsIn(drafts)) consent.hsm = "Contoso-Elsewhere";
});
lie("E-MEAN-EARLIER", "replacement", "two people had one role last time", (drafts) => {
  const { people } = find(drafts, "opened").data.earlier[0]!.last!;
  people[1]!.role = people[0]!.role;
});
lie("E-MEAN-EARLIER", "replacement", "what is in custody is of nobody", (drafts) => {
  const { objects } = find(drafts, "opened").data.earlier[0]!;
  objects.push({ ...objects[0]!, object: "officer-1 medium, whole and sealed" });
});
lie("E-MEAN-EARLIER", "activation", "a head was typed of no earlier record", (drafts) => {
  find(drafts, "opened").data.anchor = "typed";
});
lie(
  "E-MEAN-EARLIER",
  "activation",
  "nobody vouches for a signer of no earlier record",
  (drafts) => {
    find(drafts, "opened").data.unvouched = ["officer-1"];
  },
);
lie(
  "E-MEAN-OPENED",
  "activation",
  "it names the first version of the rules, to be asked less",
  (drafts) => {
    find(drafts, "opened").data.rules = 1;
  },
);
lie("E-MEAN-OPENED", "activation", "it names a version before the first", (drafts) => {
  find(drafts, "opened").data.rules = 0;
});
lie("E-MEAN-FORM", "activation", "it names a version below zero", (drafts) => {
  find(drafts, "opened").data.rules = -1;
});
lie(
  "E-MEAN-EARLIER",
  "replacement",
  "it is under older rules than the earlier record",
  (drafts) => {
    const { data } = find(drafts, "opened");
    delete data.rules;
    delete data.earlier[0]!.closedAt;
  },
);
lie(
  "E-MEAN-EARLIER",
  "replacement",
  "it does not say when the earlier record was closed",
  (drafts) => {
    delete find(drafts, "opened").data.earlier[0]!.closedAt;
  },
);
lie(
  "E-MEAN-EARLIER",
  "replacement",
  "it does not say how the earlier record was held",
  (drafts) => {
    delete find(drafts, "opened").data.earlier[0]!.last;
  },
);
lie(
  "E-MEAN-BEFORE",
  "replacement",
  "it says nothing of the moment when the earlier record was closed",
  (drafts) => {
    find(drafts, "opened").data.earlier[0]!.closedAt = "";
  },
);
lie("E-MEAN-BEFORE", "attestation", "it was held before the record that it continues", (drafts) => {
  find(drafts, "opened").data.earlier[0]!.closedAt = "2031-01-31T09:00:00.000Z";
});
for (const years of [-10, 73])
  lie(
    "E-MEAN-EXPIRED",
    "activation",
    `it was held ${years} years from when its certificates begin`,
    (drafts) => {
      for (const draft of drafts) draft.at += years * 365 * 86_400_000;
      const opened = find(drafts, "opened");
      opened.data.clock = new Date(opened.at).toISOString();
    },
  );
lie(
  "E-MEAN-BEFORE",
  "attestation",
  "a part was closed before the record that both continue",
  (drafts) => {
    find(drafts, "part-taken").data.closedAt = "2016-01-31T09:00:00.000Z";
  },
);
lie("E-MEAN-ROLES", "activation", "an officer did not come", (drafts) => {
  find(drafts, "opened").data.participants.pop();
});
lie("E-MEAN-ROLES", "activation", "there is no witness", (drafts) => {
  find(drafts, "opened").data.participants.splice(1, 1);
});
lie("E-MEAN-PERSON", "activation", "one person has two seats", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  participants[3]!.name = ` ${participants[2]!.name.toUpperCase()}`;
});
for (const [what, sign] of [
  ["a joiner that nobody sees", "\u034f"],
  ["a filler that nobody sees", "\u3164"],
  ["the blank of Braille", "\u2800"],
] as const)
  lie("E-MEAN-PERSON", "activation", `one person has two seats, and ${what} between`, (drafts) => {
    const { participants } = find(drafts, "opened").data;
    participants[3]!.name = `${participants[2]!.name}${sign}`;
  });
lie("E-MEAN-PERSON", "activation", "an officer's name shows nothing", (drafts) => {
  find(drafts, "opened").data.participants[3]!.name = "\u3164";
});
lie("E-MEAN-PERSON", "activation", "everyone has the same name", (drafts) => {
  for (const one of find(drafts, "opened").data.participants) one.name = "Asha Rao";
});
lie(
  "E-MEAN-PERSON",
  "activation",
  "the witness left, and the administrator is the witness",
  (drafts) => {
    changeSeat(drafts, { role: "witness", from: "Walter Brandt", to: "Asha Rao" });
  },
);
lie("E-MEAN-RENEWED", "replacement", "nobody's key is made anew", (drafts) => {
  delete find(drafts, "opened").data.renewed;
});
lie("E-MEAN-NETWORK", "activation", "nobody read the network before a key was made", (drafts) => {
  delete find(drafts, "step-began", 0, ofStep("make-key-1")).data.network;
});

// Who writes what, and where.
lie("E-MEAN-STATION", "activation", "a key is made at the connected station", (drafts) => {
  for (const draft of stepOf(drafts, "make-key-2")) draft.station = "connected";
});
lie(
  "E-MEAN-STATION",
  "activation",
  "the record goes on where it was handed over from",
  (drafts) => {
    for (const draft of stepOf(drafts, "read-activation")) draft.station = "offline";
  },
);
lie("E-MEAN-AFTER", "activation", "an officer signs an entry that is no act", (drafts) => {
  const signed = find(drafts, "signed");
  const over = find(drafts, "key-made").id;
  insert(drafts, signed, 1, { signs: { ...signed.signs!, over } });
});
lie("E-MEAN-PLACE", "activation", "the proof stands in the step before it", (drafts) => {
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
  ["it ends that somebody is simulated, before it began", [[]]],
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

// Steps.
lie("E-MEAN-OVER", "activation", "a step goes on after people decided to abort", (drafts) => {
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
lie("E-MEAN-CONFIRMED", "activation", "it says that somebody else confirmed", (drafts) => {
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
lie("E-MEAN-INCIDENT", "activation", "it goes on though a key lay on the medium", (drafts) => {
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
const DEED_OF_HSM = {
  "hsm-untouched": "none",
  "hsm-active": "delete",
  "hsm-perhaps": "ask",
} as const;
type Remains = DraftOf<"aborted">["data"]["remains"];

/** What the app records of an abort, of keys that were made and of the HSM. */
function remainsAfter(drafts: readonly Draft[]): Remains {
  const isThere = (type: string): boolean => drafts.some((draft) => draft.type === type);
  const [asked, sent] = [isThere("download-began"), isThere("upload-began")];
  const isActive = isThere("download-ended") || isThere("upload-ended");
  const because = isActive ? "hsm-active" : asked || sent ? "hsm-perhaps" : "hsm-untouched";
  const deed = asked ? "seal" : "destroy";
  const made = (drafts as DraftOf<"key-made">[]).filter(({ type }) => type === "key-made");
  return [
    { object: "hsm", because, deed: DEED_OF_HSM[because], by: "administrator" },
    ...made.flatMap(({ data: { officer: by } }): Remains =>
      [by, `${by}-backup`].map((object) => ({ object, because: "key-made", deed, by })),
    ),
  ];
}
/** Aborts it where a step begins, and closes it on paper. */
function abortAt(
  drafts: Draft[],
  step: string,
  change: (aborted: DraftOf<"aborted">["data"]) => void,
): void {
  const rest = drafts.splice(drafts.indexOf(find(drafts, "step-began", 0, ofStep(step))));
  const remains = remainsAfter(drafts);
  const data = { reason: "Fire.", decidedBy: [...DECIDERS], remains: [...remains] };
  change(data);
  const keys = drafts.filter(({ type }) => type === "key-made").length;
  const present = find(drafts, "opened").data.participants.map((one) => one.role);
  const { consent } = find([...drafts, ...rest], "act-signing").data;
  const signers = consent.signers!.slice(0, keys);
  const thumbprints = consent.thumbprints.slice(0, keys);
  const end = { ...rest[1]!, type: "closing-on-paper", by: "administrator" };
  drafts.push(
    { ...rest[0]!, type: "aborted", by: "administrator", data },
    { ...end, data: { present, consent: { ...consent, signers, thumbprints } } },
  );
}
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
lie("E-MEAN-SEAT", "activation", "somebody leaves who was not there", (drafts) => {
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

// Keys.
lie("E-MEAN-CERTIFICATE", "activation", "a thumbprint is not that of its certificate", (drafts) => {
  find(drafts, "key-made").data.thumbprint = OTHER;
});
lie("E-MEAN-CERTIFICATE", "activation", "a key is called larger than it is", (drafts) => {
  find(drafts, "key-made").data.bits = 4096;
});
lie(
  "E-MEAN-CERTIFICATE",
  "activation",
  "a key's certificates name somebody else",
  (drafts, pool) => {
    const { wrapping, signing } = pool.strangers[0]!;
    const { pem: certificate, thumbprint } = wrapping.certificate;
    const { pem: signingCertificate, thumbprint: signingThumbprint } = signing.certificate;
    const made = find(drafts, "key-made");
    Object.assign(made.data, { certificate, thumbprint, signingCertificate, signingThumbprint });
    const bound = find(drafts, "signer-bound");
    Object.assign(bound.data, { certificate: signingThumbprint, wrapping: thumbprint });
    bound.binds = signing;
    for (const draft of drafts)
      if (draft.signs !== undefined && draft.by === made.by)
        draft.signs = { ...draft.signs, key: signing };
  },
);
lie("E-MEAN-CERTIFICATE", "recovery", "an exchange key's thumbprint is another", (drafts) => {
  find(drafts, "exchange-key-fetched").data.thumbprint = OTHER;
});
lie("E-MEAN-MODE", "activation", "a rehearsal's keys are used in earnest", (drafts) => {
  find(drafts, "opened").data.mode = "PRODUCTION";
});
lie("E-MEAN-KEY-TWICE", "activation", "two officers have one key", (drafts, pool) => {
  const two = find(drafts, "key-made", 1);
  const { pkcs8 } = pool.officers[0]![0].wrapping;
  const one = certify(`${HSM} officer 2`, "keyEncipherment", pkcs8);
  const { pem: certificate, thumbprint } = one;
  Object.assign(two.data, { certificate, thumbprint });
  find(drafts, "signer-bound", 1).data.wrapping = thumbprint;
});
lie("E-MEAN-KEY-AGAIN", "activation", "an officer makes a second key", (drafts) => {
  const [making, made] = [find(drafts, "key-making-began"), find(drafts, "key-made")];
  const bound = find(drafts, "signer-bound");
  insert(drafts, bound, 1, { type: made.type, data: made.data, binds: undefined as never });
  insert(drafts, bound, 1, { type: making.type, data: making.data, binds: undefined as never });
});
lie("E-MEAN-KEY-FILES", "activation", "the backup medium has another key", (drafts) => {
  find(drafts, "key-made").data.files[4]!.sha256 = OTHER;
});
lie("E-MEAN-KEY-FILES", "activation", "a key was opened before it was made", (drafts) => {
  const opened = find(drafts, "key-opened");
  drop(drafts, opened);
  drafts.splice(drafts.indexOf(find(drafts, "key-made")), 0, { ...(opened as Draft) });
  smooth(drafts);
});
lie("E-MEAN-KEY-FILES", "activation", "only one medium was opened", (drafts) => {
  find(drafts, "key-opened").data.media.pop();
});
lie("E-MEAN-KEY-FILES", "activation", "the proof opens a medium that is no backup", (drafts) => {
  find(drafts, "key-opened", 3).data.media = ["officer-1"];
});
lie("E-MEAN-KEY-FILES", "replacement", "the proof opens a backup of no new key", (drafts) => {
  const isMade = (officer: string) =>
    drafts.some(({ type, by }) => type === "key-made" && by === officer);
  const kept = ["officer-1", "officer-2", "officer-3"].find((officer) => !isMade(officer));
  const opened = drafts.findLast(({ type }) => type === "key-opened");
  if (kept === undefined || opened === undefined) throw new Missing("no officer keeps a key");
  opened.by = kept;
  Object.assign(opened.data, { officer: kept, media: [`${kept}-backup`] });
});
lie("E-MEAN-KEY-FILES", "activation", "the certificate on the medium is another", (drafts) => {
  for (const i of [1, 5]) find(drafts, "key-made").data.files[i]!.size += 1;
});
lie("E-MEAN-THUMBPRINT", "activation", "another thumbprint was confirmed", (drafts) => {
  find(drafts, "thumbprint-confirmed").data.thumbprint = OTHER;
});
lie(
  "E-MEAN-THUMBPRINT",
  "activation",
  "it was confirmed at the other station, as it says",
  (drafts) => {
    find(drafts, "thumbprint-confirmed").data.station = "connected";
  },
);
lie("E-MEAN-THUMBPRINT", "replacement", "a key was checked that is nobody's", (drafts) => {
  find(drafts, "key-checked").data.thumbprint = OTHER;
});
lie("E-MEAN-EXPORTED", "activation", "another certificate was exported", (drafts) => {
  find(drafts, "certificates-exported").data.files[1]!.name = "cert_9.cer";
  find(drafts, "certificates-exported").data.files[1]!.sha256 = OTHER;
});
lie("E-MEAN-EXPORTED", "replacement", "one certificate is exported for two officers", (drafts) => {
  const { files } = find(drafts, "certificates-exported").data;
  const made = drafts.filter(({ type }) => type === "key-made").map(({ by }) => by);
  const kept = [0, 1, 2].filter((i) => !made.includes(`officer-${i + 1}`));
  if (kept.length < 2) throw new Missing();
  files[kept[1]!] = { ...files[kept[0]!]! };
});
lie("E-MEAN-FILE", "replacement", "one medium holds the keys of two officers", (drafts) => {
  find(drafts, "key-checked", 1).data.medium = find(drafts, "key-checked").data.medium;
});
lie("E-MEAN-FILE", "activation", "the transfer medium is another one", (drafts) => {
  find(drafts, "domain-written").data.files[0]!.medium = "another";
});

lie("E-MEAN-FILE", "activation", "one answer lies on two media of one label", (drafts) => {
  find(drafts, "answer-received").data.files[0]!.medium = "another";
});

// The domain.
lie("E-MEAN-REQUESTED", "activation", "the domain was requested for a stranger", (drafts) => {
  find(drafts, "download-began").data.thumbprints[2] = OTHER;
});
lie("E-MEAN-RECEIVED", "activation", "the two media have different domains", (drafts) => {
  const written = find(drafts, "domain-written");
  written.data.files[1]!.name = "Contoso-other-SD.json";
  written.data.files[1]!.sha256 = OTHER;
});
lie("E-MEAN-RECEIVED", "activation", "the domain is of another size than its files", (drafts) => {
  find(drafts, "domain-written").data.size += 1;
});
lie("E-MEAN-RECEIVED", "activation", "a second domain came of one answer", (drafts) => {
  const written = find(drafts, "domain-written");
  insert(drafts, written, 1, {});
  const second = find(drafts, "domain-written", 1);
  for (const file of second.data.files)
    Object.assign(file, { name: "Other-SD.json", sha256: OTHER });
  second.data.sha256 = OTHER;
});
lie("E-MEAN-DOWNLOAD", "activation", "it was downloaded again, as nobody decided", (drafts) => {
  insert(drafts, find(drafts, "download-began"), 1, {});
});
lie("E-MEAN-DOWNLOAD", "activation", "a domain that was written counts as lost", (drafts) => {
  const data = { reason: "The HSM is still waiting.", decidedBy: [] };
  const written = find(drafts, "domain-written");
  insert(drafts, written, 1, { type: "download-again-decided", by: "app", data });
});
lie("E-MEAN-ALOUD", "activation", "another domain was read aloud", (drafts) => {
  find(drafts, "read-aloud").data.sha256 = OTHER;
});
lie("E-MEAN-MATCHED", "activation", "another domain was matched", (drafts) => {
  find(drafts, "domain-matched").data.sha256 = OTHER;
});
lie("E-MEAN-MATCHED", "activation", "the domain names another quorum", (drafts) => {
  find(drafts, "domain-matched").data.required = 3;
});
lie("E-MEAN-MATCHED", "activation", "the domain names a stranger", (drafts) => {
  find(drafts, "domain-matched").data.thumbprints[0] = OTHER;
});
lie("E-MEAN-FOUND", "adoption", "what nobody could check is left out", (drafts) => {
  find(drafts, "domain-found").data.unchecked = ["seals"];
});
lie("E-MEAN-PROOF", "activation", "the proof is of another domain", (drafts) => {
  find(drafts, "quorum-proven").data.domainSha256 = OTHER;
});
lie("E-MEAN-PROOF", "activation", "a pair opened fewer entries than the others", (drafts) => {
  find(drafts, "quorum-proven").data.entries += 1;
});
lie("E-MEAN-PROOF", "activation", "it does not tell what every pair opened", (drafts) => {
  delete find(drafts, "quorum-proven").data.opened;
});
lie("E-MEAN-SUBSETS", "activation", "one pair was never tried", (drafts) => {
  find(drafts, "quorum-proven").data.subsets.pop();
});
lie("E-MEAN-SUBSETS", "activation", "one pair stands for another", (drafts) => {
  find(drafts, "quorum-proven").data.subsets[2] = [2, 1];
});
lie("E-MEAN-PROOF-MEDIA", "activation", "an officer's key is not among the media", (drafts) => {
  find(drafts, "quorum-proven").data.media.splice(-2, 2);
});
lie("E-MEAN-PROOF-MEDIA", "activation", "the domain copy was not read", (drafts) => {
  const { media } = find(drafts, "quorum-proven").data;
  media[1] = structuredClone(media[0]!);
});
lie("E-MEAN-PROOF-MEDIA", "replacement", "a kept key's file has another name", (drafts) => {
  const { media } = find(drafts, "quorum-proven").data;
  for (const file of media) file.name = file.name.replace("cert_0", "cert_9");
});
lie("E-MEAN-PROOF-MEDIA", "adoption", "a key's file is none", (drafts) => {
  const { media } = find(drafts, "quorum-proven").data;
  for (const file of media) file.name = file.name.replace(".pfx", ".txt");
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "one key's file stands for another's", (drafts) => {
  const { media } = find(drafts, "dry-run-passed").data;
  const { sha256, size } = media[2]!;
  Object.assign(media[4]!, { sha256, size });
});
lie("E-MEAN-RETIRED", "replacement", "another domain was retired", (drafts) => {
  find(drafts, "domain-retired").data.sha256 = OTHER;
});

// Custody.
lie("E-MEAN-SEAL", "replacement", "a seal is another, and nobody took note of it", (drafts) => {
  find(drafts, "seals-checked").data.seals[0]!.found = "X1";
});
lie("E-MEAN-SEAL", "replacement", "it expects another seal than was left", (drafts) => {
  const [one] = find(drafts, "seals-checked").data.seals;
  Object.assign(one!, { expected: "X1", found: "X1" });
});
lie("E-MEAN-SEAL", "replacement", "one object was not compared", (drafts) => {
  find(drafts, "seals-checked").data.seals.pop();
});
lie("E-MEAN-SEAL", "replacement", "seals are compared of which there are none", (drafts) => {
  const { data } = find(drafts, "seals-checked");
  const [earlier] = find(drafts, "opened").data.earlier;
  earlier!.objects = earlier!.objects.filter(
    ({ object }) => !object.startsWith(`${data.officer} `),
  );
  data.seals = [];
});
lie("E-MEAN-PHOTO", "activation", "a photograph is of another bag than the record's", (drafts) => {
  find(drafts, "seals-photographed").data.photographs[0]!.seal = "X1";
});
lie(
  "E-MEAN-PHOTO",
  "replacement",
  "a photograph is of an object that nobody looked at",
  (drafts) => {
    find(drafts, "seals-photographed").data.photographs[0]!.object = "nobody's medium";
  },
);
lie("E-MEAN-PHOTO", "replacement", "one file is two photographs", (drafts) => {
  const { photographs } = find(drafts, "seals-photographed").data;
  photographs.push(photographs[0]!);
});
lie("E-MEAN-PHOTO", "replacement", "last time's photograph is told as today's", (drafts) => {
  const [earlier] = find(drafts, "opened").data.earlier;
  const [one] = find(drafts, "seals-photographed").data.photographs;
  earlier!.photographs = [
    { object: one!.object, seal: one!.seal, sha256: one!.sha256, at: earlier!.provenAt },
  ];
});
lie(
  "E-MEAN-PHOTO",
  "replacement",
  "it was compared with a photograph that there was not",
  (drafts) => {
    find(drafts, "seals-photographed").data.photographs[0]!.before = OTHER;
  },
);
lie(
  "E-MEAN-PART",
  "attestation",
  "a part has a photograph of another officer's medium",
  (drafts) => {
    const part = takePart(drafts);
    const other = part.data.officer === "officer-1" ? "officer-2" : "officer-1";
    const [object] = part.data.standing.objects;
    part.data.standing.photographs = [
      { object: `${other} medium`, seal: object!.seal, sha256: OTHER, at: object!.seenAt },
    ];
  },
);
lie("E-MEAN-BAG", "replacement", "another bag was opened than was compared", (drafts) => {
  find(drafts, "bags-opened").data.objects[0]!.seal = "X1";
});
lie("E-MEAN-CUSTODY", "activation", "an envelope is not in custody", (drafts) => {
  find(drafts, "custody-recorded").data.objects.splice(2, 1);
});
lie("E-MEAN-KEPT", "activation", "one person keeps two officers' media", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  for (const one of objects) one.custodian = "One Keeper";
});
lie("E-MEAN-KEPT", "activation", "two bags have one number", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  objects[1]!.seal = objects[0]!.seal;
});
lie("E-MEAN-DEVIATION", "activation", "nobody accepted a quorum of two", (drafts) => {
  drop(drafts, find(drafts, "deviation-accepted"));
});
lie("E-MEAN-DEVIATION", "activation", "everything is at one site, as nobody accepted", (drafts) => {
  const { objects } = find(drafts, "custody-recorded").data;
  for (const one of objects) one.place = `Site A, ${one.object}`;
});
lie(
  "E-MEAN-HANDED-OFF",
  "hand-off",
  "it was handed off by somebody who did not have it",
  (drafts) => {
    find(drafts, "object-handed-off").data.from = "A Stranger";
  },
);
lie("E-MEAN-KEPT", "hand-off", "one person takes the media of two officers", takesAnothers);
lie(
  "E-MEAN-KEPT",
  "hand-off",
  "one person has the media of two officers, and the step is repeated",
  (drafts) => {
    const { to, place } = takesAnothers(drafts);
    const acknowledged = find(drafts, "hand-off-acknowledged");
    const handed = drafts.findLast(({ type }) => type === "object-handed-off")!;
    const began = drafts
      .slice(0, drafts.indexOf(handed))
      .findLast(({ type }) => type === "step-began")!;
    const { object, seal } = find(drafts, "object-handed-off").data;
    const more = { object, seal, from: to, to, place: `${place}, upper shelf` };
    insert(drafts, handed, 1, { data: more });
    const { gave, took } = acknowledged.data;
    const data = { ...acknowledged.data, gave: [...gave, ...took] };
    insert(drafts, handed, 1, { type: acknowledged.type, data });
    insert(drafts, handed, 1, { type: began.type, by: began.by, data: began.data });
    const exception = insertException(drafts, handed, { decision: "repeat" });
    drafts.splice(drafts.indexOf(exception), 1);
    drafts.splice(drafts.indexOf(handed) + 1, 0, exception);
    smooth(drafts);
  },
);
function takesAnothers(drafts: readonly Draft[]): DraftOf<"object-handed-off">["data"] {
  const { data } = find(drafts, "object-handed-off");
  const [officer] = /^officer-\d(?= (backup )?medium$)/.exec(data.object) ?? [];
  const other = find(drafts, "opened").data.earlier[0]!.objects.find(
    ({ object }) =>
      object.endsWith(" medium")
      && object.startsWith("officer")
      && !object.startsWith(`${officer} `),
  );
  if (officer === undefined || other === undefined) throw new Missing();
  data.to = other.custodian;
  find(drafts, "hand-off-acknowledged").data.took = [other.custodian];
  return data;
}
lie("E-MEAN-HANDED-OFF", "hand-off", "it was handed off to nobody", (drafts) => {
  find(drafts, "object-handed-off").data.to = "";
  find(drafts, "hand-off-acknowledged").data.took = [""];
});
lie("E-MEAN-HANDED-OFF", "hand-off", "who has it had it before", (drafts) => {
  const { data } = find(drafts, "object-handed-off");
  const { objects } = find(drafts, "opened").data.earlier[0]!;
  data.to = data.from.toUpperCase();
  data.place = objects.find(({ object }) => object === data.object)!.place;
  find(drafts, "hand-off-acknowledged").data.took = [data.to];
});
lie("E-MEAN-HANDED-OFF", "hand-off", "who takes it never said so", (drafts) => {
  find(drafts, "hand-off-acknowledged").data.took = ["A Stranger"];
});
lie("E-MEAN-DESTROYED", "replacement", "nobody says how an old medium was destroyed", (drafts) => {
  find(drafts, "objects-destroyed").data.objects[0]!.how = "";
});
lie("E-MEAN-DESTROYED", "replacement", "an old medium was not destroyed", (drafts) => {
  find(drafts, "objects-destroyed").data.objects.shift();
});
lie(
  "E-MEAN-ATTESTED",
  "attestation",
  "an officer of whom nobody heard is called healthy",
  (drafts) => {
    const { data } = find(drafts, "custody-attested");
    Object.assign(data, {
      health: "whole",
      healthy: ["officer-1", "officer-2", "officer-3"],
      troubled: [],
      unseen: [],
    });
  },
);
lie("E-MEAN-PART", "attestation", "a part is of another key", (drafts) => {
  takePart(drafts).data.standing.officers[0]!.thumbprint = OTHER;
});

lie("E-MEAN-PART", "attestation", "a part moves another officer's medium", (drafts) => {
  const part = takePart(drafts);
  const other = part.data.officer === "officer-1" ? "officer-2" : "officer-1";
  const [object] = part.data.standing.objects;
  object!.object = `${other} medium`;
});

// Recovery.
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
    const { data } = find(drafts, "exchange-key-judged");
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
lie("E-MEAN-COMPARED", "recovery", "a key was accepted before it was judged", (drafts) => {
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
lie("E-MEAN-BLOB", "recovery", "the key was judged anew after it was accepted", (drafts) => {
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
lie("E-MEAN-DRY-RUN", "dry-run", "it does not tell of every entry that it counts", (drafts) => {
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
lie("E-MEAN-TURN", "dry-run", "an officer opened without taking the seat", (drafts) => {
  const isHere = (draft: Draft) => stepIn(draft) === "dry-run" && draft.type === "seat-taken";
  drop(drafts, drafts.find(isHere) ?? find(drafts, "seat-taken"));
});
lie("E-MEAN-UPLOADED", "recovery", "another blob was uploaded", (drafts) => {
  find(drafts, "upload-began").data.sha256 = OTHER;
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
lie("E-MEAN-READER", "recovery", "somebody may still list the keys", (drafts) => {
  const named = find(drafts, "key-reader-named");
  named.data.temporary = true;
  const removed = drafts.find(({ type }) => type === "key-reader-removed");
  if (removed !== undefined) drop(drafts, removed);
});

lie("E-MEAN-READER", "recovery", "of two who may list the keys one may still", (drafts) => {
  const named = find(drafts, "key-reader-named");
  if (!named.data.temporary) throw new Missing();
  insert(drafts, named, 0, { data: { ...named.data, name: "another" } });
});

// The end.
lie("E-MEAN-CONSENT", "activation", "they consent to another domain", (drafts) => {
  find(drafts, "closing").data.consent.domainSha256 = OTHER;
});
lie("E-MEAN-CONSENT", "activation", "they consent to another HSM", (drafts) => {
  find(drafts, "closing").data.consent.hsm = "Contoso-Elsewhere";
});
lie("E-MEAN-CONSENT", "activation", "they consent to a stranger's signing key", (drafts, pool) => {
  const { thumbprint } = pool.strangers[0]!.signing.certificate;
  find(drafts, "closing").data.consent.signers![0]!.certificate = thumbprint;
});
lie("E-MEAN-CONSENT", "activation", "what was overruled is not in the consent", (drafts) => {
  find(drafts, "closing").data.consent.accepted = ["E-CERT-NAME"];
});
lie(
  "E-MEAN-CONSENT",
  "activation",
  "people overruled something, and consent to nothing",
  (drafts) => {
    const data = { code: "E-CERT-NAME", decidedBy: DECIDERS };
    const where = find(drafts, "step-began", 3);
    insert(drafts, where, 0, { type: "refusal-accepted", by: "administrator", data });
  },
);
lie("E-MEAN-ACT", "activation", "another act is signed than the one that ends", (drafts) => {
  find(drafts, "act-signing").data.act = "The proof";
});
lie("E-MEAN-ACT", "activation", "an act is signed on paper though all have keys", (drafts) => {
  const act = find(drafts, "act-signing");
  const signatures = drafts.filter(({ signs }) => signs?.over === act.id);
  drop(drafts, ...signatures);
  act.type = "act-signing-on-paper";
  act.by = "administrator";
  act.data.present = ["administrator", "witness"];
});
lie("E-MEAN-SIGNERS", "activation", "it is closed by two of three", (drafts) => {
  const closing = find(drafts, "closing");
  closing.data.present.pop();
  drop(drafts, drafts.at(-1)!);
});
lie("E-MEAN-SIGNERS", "activation", "one closes for all", (drafts) => {
  const closing = find(drafts, "closing");
  closing.data.present = ["officer-1"];
  drop(drafts, ...drafts.slice(-2));
});
lie("E-MEAN-SIGNERS", "adoption", "a paper is signed by two of five", (drafts) => {
  find(drafts, "closing-on-paper").data.present = DECIDERS;
});
lie("E-MEAN-SIGNERS", "activation", "it is closed on paper though all have keys", (drafts) => {
  const closing = find(drafts, "closing");
  drop(drafts, ...drafts.slice(-3));
  Object.assign(closing, { type: "closing-on-paper", by: "administrator" });
  closing.data.present = find(drafts, "opened").data.participants.map(
    (one: { role: string }) => one.role,
  );
});
lie(
  "E-MEAN-SIGNED",
  "recovery",
  "an officer signs with a key that is not theirs",
  (drafts, pool) => {
    const key = pool.strangers[0]!.signing;
    const isTheirs = ({ by }: Draft) => by === officersIn(drafts)[0];
    const known = find(drafts, "signer-known", 0, isTheirs);
    drop(drafts, known);
    // So it is entered somewhere, as a text by itself.
    find(drafts, "opened").data.software.system = key.certificate.pem;
    for (const draft of drafts)
      if (draft.signs !== undefined && isTheirs(draft)) draft.signs = { ...draft.signs, key };
  },
);

// Contents that cannot be.
lie("E-MEAN-WHERE", "activation", "a recess is of another step", (drafts) => {
  const at = find(drafts, "step-began", 4);
  const [began, ended] = [
    { step: at.data.step, seals: [] },
    { step: "close", seals: [], confirmedBy: "witness" },
  ];
  insert(drafts, at, 0, { type: "recess-began", by: "administrator", data: began });
  insert(drafts, at, 0, { type: "recess-ended", by: "witness", data: ended });
});
lie("E-MEAN-BYTES", "activation", "the domain is smaller than its shares", (drafts) => {
  const written = find(drafts, "domain-written").data;
  for (const one of [written, ...written.files]) one.size = 1400;
});
lie("E-MEAN-BYTES", "activation", "what was opened has the digest of nothing", (drafts) => {
  find(drafts, "quorum-proven").data.opened![0]!.sha256 = sha256Hex(new Uint8Array());
});
lie("E-MEAN-BYTES", "attestation-part", "a test message has a digest of zeros", (drafts) => {
  find(drafts, "key-checked").data.challengeSha256 = "0".repeat(64);
});
lie("E-MEAN-BACKUP", "activation", "nobody opened the backup of a new key", (drafts) => {
  drop(drafts, find(drafts, "key-opened", 3));
});
for (const [n, point] of POINTS.entries())
  lie("E-MEAN-POINTS", "activation", `nobody checked before the activation: ${point}`, (drafts) => {
    find(drafts, "preflight-judged").data.points.splice(n, 1);
  });
for (const check of ["qe-isv-svn", "isv-prod-id", "isv-svn"] as const)
  lie("E-MEAN-CHECKS", "recovery", `a check of the quote is left out: ${check}`, (drafts) => {
    const { data } = find(drafts, "exchange-key-judged");
    if (!data.held.includes(check)) throw new Missing();
    data.held.splice(data.held.indexOf(check), 1);
  });
lie("E-MEAN-CHALLENGE", "replacement", "two keys opened one test message", (drafts) => {
  const { challengeSha256 } = find(drafts, "key-checked").data;
  find(drafts, "key-checked", 1).data.challengeSha256 = challengeSha256;
});
for (const [script, type] of [
  ["activation", "quorum-proven"],
  ["dry-run", "dry-run-passed"],
  ["recovery", "blob-made"],
] as const)
  lie("E-MEAN-COMMITMENT", script, `it does not commit to what was opened: ${type}`, (drafts) => {
    delete find(drafts, type).data.commitment;
  });
for (const [script, type] of [
  ["dry-run", "dry-run-passed"],
  ["recovery", "blob-made"],
] as const)
  for (const [says, commitment] of [
    ["has the commitment of the record before", () => null],
    ["has a commitment of its own", () => OTHER],
  ] as const)
    lie("E-MEAN-COMMITMENT", script, `nothing was opened, and ${type} ${says}`, (drafts) => {
      const { earlier } = find(drafts, "opened").data;
      find(drafts, type).data.commitment = commitment() ?? earlier[0]!.commitment!;
    });
lie(
  "E-MEAN-COMMITMENT",
  "activation",
  "the proof was repeated, and opened something else",
  (drafts) => {
    const proof = find(drafts, "quorum-proven");
    insert(drafts, proof, 1, { data: { ...proof.data, commitment: OTHER } });
  },
);
lie(
  "E-MEAN-UNBAGGED",
  "activation",
  "people were away for 40 days, and nothing was sealed",
  (drafts) => {
    longRecess(drafts);
  },
);
const intelLies: readonly (readonly [says: string, change: (brought: Brought) => void])[] = [
  ["two of Intel's files are one", ({ files: [one, other] }) => (other!.sha256 = one!.sha256)],
  [
    "a file of Intel's was due before it was issued",
    ({ files: [one] }) => (one!.next = "2020-01-01T00:00:00.000Z"),
  ],
  ["a file of Intel's has no date", ({ files: [one] }) => (one!.issued = "")],
  [
    "a file of Intel's is due on no day",
    ({ files: [one] }) => (one!.next = "2026-02-30T00:00:00.000Z"),
  ],
  ["a level is of no day", ({ levels: [one] }) => (one!.date = "2026-02-30T00:00:00.000Z")],
];
for (const [says, change] of intelLies)
  lie("E-MEAN-INTEL", "recovery", says, (drafts) => {
    const { collateral } = find(drafts, "exchange-key-judged").data;
    if ((collateral?.files ?? []).length < 2 || collateral!.levels.length === 0)
      throw new Missing();
    change(collateral!);
  });
lie("E-MEAN-BYTES", "activation", "the domain is larger than any", (drafts) => {
  const size = 8 * 1024 * 1024 + 1;
  const { sha256 } = find(drafts, "domain-written").data;
  for (const { data } of drafts) sized(data, sha256, size);
});

type Brought = NonNullable<DraftOf<"exchange-key-judged">["data"]["collateral"]>;

/** Every file with this digest has another size. */
function sized(value: unknown, sha256: string, size: number): void {
  if (typeof value !== "object" || value === null) return;
  if ("size" in value && "sha256" in value && value.sha256 === sha256) value.size = size;
  for (const inner of Object.values(value)) sized(inner, sha256, size);
}

/** A recess of 40 days in which nothing was in a bag. */
function longRecess(drafts: Draft[]): Draft {
  const began = find(drafts, "step-began", 4) as Draft;
  const step = stepIn(began);
  const data = { step, seals: [] };
  insert(drafts, began, 0, { type: "recess-began", by: "administrator", data });
  for (const draft of drafts.slice(drafts.indexOf(began))) draft.at += 40 * 86_400_000;
  const ended = { ...data, confirmedBy: "witness" };
  return insert(drafts, began, 0, { type: "recess-ended", by: "witness", data: ended });
}

// One condition of a rule each: no other lie breaks it alone.
const FIRST_CONDITION = lies.length;
lie("E-MEAN-INCIDENT", "activation", "an incident is decided by an older exception", (drafts) => {
  exceptionAfterIncident(drafts, -3_600_000);
});
/** What was found on the medium, and what two people noted at another time than its own. */
function exceptionAfterIncident(drafts: Draft[], later: number): void {
  const taken = find(drafts, "taken-over");
  const found = taken.at - 7_200_000;
  const foundAt = new Date(found).toISOString();
  const notedAt = new Date(found + later).toISOString();
  const { step } = taken.data;
  const began = { type: "incident-found", by: "app", carries: undefined as never };
  const incident = insert(drafts, taken, 1, {
    ...began,
    data: { step, medium: "transfer", files: ["cert_0.key"], foundAt },
  });
  const said = { expected: "A.", happened: "B.", decided: "C.", decidedBy: DECIDERS, step };
  const data = { ...said, decision: "continue", notedAt };
  insert(drafts, incident, 1, { type: "exception-noted", by: "administrator", data });
}
lie("E-MEAN-KEY-TWICE", "activation", "a key opens with which another signs", (drafts, pool) => {
  const { pkcs8 } = pool.officers[0]![0].signing;
  opensWith(drafts, certify(`${HSM} officer 2`, "keyEncipherment", pkcs8));
});
lie(
  "E-MEAN-KEY-TWICE",
  "activation",
  "an officer signs with the key that opens",
  (drafts, pool) => {
    const { pkcs8 } = pool.officers[1]![0].wrapping;
    signsWith(drafts, {
      pkcs8,
      certificate: certify(`${HSM} officer 2`, "digitalSignature", pkcs8),
    });
  },
);
/** The second officer has this signing key. */
function signsWith(drafts: readonly Draft[], key: Draft["binds"] & object, nth = 1): void {
  const made = find(drafts, "key-made", nth);
  const { pem: signingCertificate, thumbprint } = key.certificate;
  Object.assign(made.data, { signingCertificate, signingThumbprint: thumbprint });
  const bound = find(drafts, "signer-bound", nth);
  bound.data.certificate = thumbprint;
  bound.binds = key;
  for (const draft of drafts)
    if (draft.signs !== undefined && draft.by === made.by) draft.signs = { ...draft.signs, key };
}
lie("E-MEAN-EXPIRED", "dry-run", "kept keys sign after their certificates have ended", (drafts) => {
  for (const draft of drafts) draft.at += 73 * 365 * 86_400_000;
  const opened = find(drafts, "opened");
  opened.data.clock = new Date(opened.at).toISOString();
});
lie("E-MEAN-BY", "activation", "the witness closes on paper after an abort in a step", (drafts) => {
  const began = structuredClone(find(drafts, "step-began", 0, ofStep("export-certificates")));
  abortAt(drafts, "export-certificates", () => undefined);
  const aborted = find(drafts, "aborted");
  drafts.splice(drafts.indexOf(aborted), 0, began as Draft);
  find(drafts, "closing-on-paper").by = "witness";
});

// In earnest more is asked; no key was made yet, so that nothing else is wrong.
const inEarnest = (drafts: readonly Draft[]): void => {
  find(drafts, "opened").data.mode = "PRODUCTION";
};
lie("E-MEAN-NETWORK", "activation", "in earnest it was opened with a network", (drafts) => {
  inEarnest(drafts);
  find(drafts, "opened").data.network.up = ["eth0"];
});
lie("E-MEAN-NETWORK", "activation", "in earnest the computer had been online", (drafts) => {
  inEarnest(drafts);
  find(drafts, "opened").data.network.wasOnline = "yes";
});
lie("E-MEAN-NETWORK", "activation", "in earnest a network came up before a key", (drafts) => {
  inEarnest(drafts);
  find(drafts, "step-began", 0, ofStep("make-key-1")).data.network!.up = ["wlan0"];
});
lie("E-MEAN-NETWORK", "activation", "the network was read where no key is", (drafts) => {
  find(drafts, "step-began").data.network = { up: [], wasOnline: "no" };
});
lie("E-MEAN-TRIAL", "activation", "drills are sealed in earnest", (drafts) => {
  inEarnest(drafts);
  const at = find(drafts, "step-performed");
  insert(drafts, at, 0, { type: "trial-begun", by: "app", data: { sealed: OTHER } });
});
lie("E-MEAN-TRIAL", "activation", "drills are sealed twice", (drafts) => {
  for (const sealed of [OTHER, IMAGE])
    insert(drafts, find(drafts, "step-began", 3), 0, {
      ...{ type: "trial-begun", by: "app", data: { sealed } },
    });
});
lie("E-MEAN-SIMULATED", "activation", "in earnest people are simulated", (drafts) => {
  inEarnest(drafts);
  const data = { roles: ["witness"] };
  insert(drafts, find(drafts, "step-performed"), 0, { type: "seats-simulated", by: "app", data });
});
lie("E-MEAN-KEYS", "recovery", "in earnest keys are known of no list", (drafts) => {
  const { list, unknown } = find(drafts, "backup-known").data;
  if (list !== undefined || unknown !== undefined) throw new Missing();
  inEarnest(drafts);
});

lie("E-MEAN-PREFLIGHT", "activation", "a point was found wrong before the download", (drafts) => {
  const { data } = structuredClone(find(drafts, "preflight-judged"));
  data.points[0]!.verdict = "wrong";
  insert(drafts, find(drafts, "download-began"), 0, { type: "preflight-judged", by: "app", data });
});
lie("E-MEAN-PREFLIGHT", "activation", "people accept a point that is good", (drafts) => {
  const judged = find(drafts, "preflight-judged");
  const { point, sentence } = judged.data.points[0]!;
  const data = { point, sentence, reason: "A rehearsal.", decidedBy: DECIDERS };
  insert(drafts, judged, 1, { type: "point-accepted", by: "administrator", data });
});
lie("E-MEAN-PREFLIGHT", "activation", "a point was accepted, and then found wrong", (drafts) => {
  const { data } = structuredClone(find(drafts, "preflight-judged"));
  const accepted = find(drafts, "point-accepted");
  for (const one of data.points) if (one.point === accepted.data.point) one.verdict = "wrong";
  insert(drafts, accepted, 1, { type: "preflight-judged", by: "app", data });
});
lie("E-MEAN-PREFLIGHT", "activation", "under the first rules nothing was checked", (drafts) => {
  underFirst(drafts);
  find(drafts, "preflight-judged").data.points = [];
  drop(drafts, ...drafts.filter(({ type }) => type === "point-accepted"));
});
lie(
  "E-MEAN-BYTES",
  "adoption",
  "the domain that was found is smaller than its shares",
  (drafts) => {
    const { data } = find(drafts, "domain-found");
    for (const one of [data, ...data.files]) one.size = 1400;
  },
);
lie("E-MEAN-BYTES", "activation", "the domain is one byte smaller than its shares", (drafts) => {
  resized(drafts, 1499);
});
/** The domain has this size, wherever it is. */
function resized(drafts: readonly Draft[], size: number): void {
  const before = find(drafts, "domain-written").data.size;
  for (const draft of drafts)
    draft.data = JSON.parse(
      JSON.stringify(draft.data).replaceAll(`"size":${before}`, `"size":${size}`),
    ) as object;
}
/** As the first version of the rules had it. */
function underFirst(drafts: readonly Draft[]): void {
  const { data } = find(drafts, "opened");
  delete data.rules;
  for (const one of data.earlier) {
    delete one.rules;
    delete one.closedAt;
  }
}
for (const [says, ceremony] of [
  ["more at its beginning", `x${OTHER.slice(0, 32)}`],
  ["more at its end", `${OTHER.slice(0, 32)}x`],
])
  lie("E-MEAN-OPENED", "activation", `the number of the ceremony has ${says}`, (drafts) => {
    find(drafts, "opened").data.ceremony = ceremony!;
  });
for (const hsm of [`1${HSM}`, `${HSM}-`, `${HSM}.x`])
  lie("E-MEAN-OPENED", "activation", `an HSM cannot be called ${hsm}`, (drafts) => {
    find(drafts, "opened").data.hsm = hsm;
  });
lie("E-MEAN-PERSON", "activation", "a name is longer than a paper has room for", (drafts) => {
  find(drafts, "opened").data.participants[1]!.name = "W".repeat(61);
});
const continuesNothing: Lie["change"] = (drafts) => {
  find(drafts, "opened").data.earlier = [];
};
lie("E-MEAN-EARLIER", "replacement", "it continues nothing", continuesNothing, "0".repeat(64));

lie(
  "E-MEAN-EARLIER",
  "dry-run",
  "the officers of the earlier record are in another order",
  (drafts) => {
    find(drafts, "opened").data.earlier[0]!.officers.reverse();
  },
);
lie("E-MEAN-ROLES", "recovery", "an officer came whose seat there is not", (drafts) => {
  const { participants } = find(drafts, "opened").data;
  if (participants.length > 4) throw new Missing();
  participants.push({ role: "officer-9", name: "Noor Haddad" });
});
for (const [says, change] of [
  ["none is named", (renewed) => renewed.splice(0)],
  ["one is named twice", (renewed) => renewed.push(renewed[0]!)],
  ["one is of a seat that there is not", (renewed) => renewed.push(4)],
] as readonly (readonly [string, (renewed: number[]) => unknown])[])
  lie("E-MEAN-RENEWED", "replacement", `of the keys to replace ${says}`, (drafts) => {
    change(find(drafts, "opened").data.renewed!);
  });
lie("E-MEAN-KEY-AGAIN", "activation", "a key was made, and nobody began to make it", (drafts) => {
  drop(drafts, find(drafts, "key-making-began", 1));
});
lie("E-MEAN-KEY-AGAIN", "activation", "two keys are made where one was begun", (drafts, pool) => {
  const made = find(drafts, "key-made", 1);
  const { type, by } = made;
  const data = structuredClone(made.data);
  const name = `${HSM} officer 2`;
  const [wraps, signs] = [
    certify(name, "keyEncipherment", pool.strangers[0]!.wrapping.pkcs8),
    certify(name, "digitalSignature", pool.strangers[0]!.signing.pkcs8),
  ];
  Object.assign(data, { certificate: wraps.pem, thumbprint: wraps.thumbprint });
  Object.assign(data, { signingCertificate: signs.pem, signingThumbprint: signs.thumbprint });
  insert(drafts, find(drafts, "signer-bound", 1), 1, { type, by, data, binds: undefined as never });
});
lie(
  "E-MEAN-CERTIFICATE",
  "activation",
  "the key that opens names another officer",
  (drafts, pool) => {
    const { pkcs8 } = pool.officers[1]![0].wrapping;
    opensWith(drafts, certify(`${HSM} officer 3`, "keyEncipherment", pkcs8));
  },
);
lie(
  "E-MEAN-CERTIFICATE",
  "activation",
  "the key that signs names another officer",
  (drafts, pool) => {
    const { pkcs8 } = pool.officers[1]![0].signing;
    signsWith(drafts, {
      pkcs8,
      certificate: certify(`${HSM} officer 3`, "digitalSignature", pkcs8),
    });
  },
);
lie("E-MEAN-MODE", "activation", "a rehearsal's key opens in earnest", (drafts, pool) => {
  const { pkcs8 } = pool.officers[1]![0].wrapping;
  opensWith(drafts, certify(`${HSM} officer 2`, "keyEncipherment", pkcs8, false));
});
lie("E-MEAN-MODE", "activation", "a rehearsal's key signs in earnest", (drafts, pool) => {
  const { pkcs8 } = pool.officers[1]![0].signing;
  const certificate = certify(`${HSM} officer 2`, "digitalSignature", pkcs8, false);
  signsWith(drafts, { pkcs8, certificate });
});
lie("E-MEAN-MODE", "dry-run", "kept keys of a rehearsal sign in earnest", inEarnest);
/** The second officer has this key that opens. */
function opensWith(
  drafts: readonly Draft[],
  { pem: certificate, thumbprint }: ReturnType<typeof certify>,
  nth = 1,
): void {
  Object.assign(find(drafts, "key-made", nth).data, { certificate, thumbprint });
  find(drafts, "signer-bound", nth).data.wrapping = thumbprint;
}
lie(
  "E-MEAN-KEY-TWICE",
  "replacement",
  "the key that opens is the old one again",
  (drafts, pool) => {
    const seat = Number(find(drafts, "key-made").by.slice("officer-".length));
    opensWith(drafts, pool.officers[seat - 1]![0].wrapping.certificate, 0);
  },
);
lie(
  "E-MEAN-KEY-TWICE",
  "replacement",
  "the key that signs is the old one again",
  (drafts, pool) => {
    const seat = Number(find(drafts, "key-made").by.slice("officer-".length));
    signsWith(drafts, pool.officers[seat - 1]![0].signing, 0);
  },
);

for (const [says, change] of [
  ["a third medium", (drafts) => find(drafts, "key-making-began").data.media.push(OTHER)],
  ["a fifth file", (drafts) => find(drafts, "key-making-began").data.files.push("more.key")],
  ["one file less", (drafts) => find(drafts, "key-made").data.files.pop()],
  ["another signing certificate", (drafts) => otherFiles(drafts, 3)],
] as readonly (readonly [string, (drafts: Draft[]) => unknown])[])
  lie("E-MEAN-KEY-FILES", "activation", `a new key has ${says}`, (drafts) => {
    change(drafts);
  });
/** The nth file of the first key that was made is another one on both media. */
function otherFiles(drafts: readonly Draft[], nth: number): { sha256: string }[] {
  const { files } = find(drafts, "key-made").data;
  const both = [files[nth]!, files[nth + 4]!];
  for (const file of both) file.sha256 = OTHER;
  return both;
}
/** The run up to this entry, once more: people decided to repeat it. */
function runAgain(drafts: Draft[], last: Draft, change: (copies: readonly Draft[]) => void): void {
  const to = drafts.indexOf(last);
  const from = drafts.slice(0, to).findLastIndex(({ type }) => type === "step-began");
  const copies = drafts
    .slice(from, to + 1)
    .map((one) => ({ ...one, data: structuredClone(one.data), id: fresh++ }));
  change(copies);
  const exception = insertException(drafts, last, { decision: "repeat" });
  drop(drafts, exception);
  drafts.splice(drafts.indexOf(last) + 1, 0, exception, ...copies);
  for (const [n, one] of [exception, ...copies].entries()) one.at = last.at + n;
  smooth(drafts);
}

const LOST = { reason: "The HSM is still waiting: the call did not count.", decidedBy: [] };
const again = { type: "download-again-decided", by: "app", data: LOST };
lie(
  "E-MEAN-DOWNLOAD",
  "activation",
  "a third download rests on the decision of a second",
  (drafts) => {
    const began = find(drafts, "download-began");
    if (draftOf(drafts, "download-began", 1) !== undefined) throw new Missing();
    insert(drafts, began, 1, {});
    insert(drafts, began, 1, {});
    insert(drafts, began, 1, again);
  },
);
lie("E-MEAN-DOWNLOAD", "activation", "a download counts as lost that never began", (drafts) => {
  insert(drafts, find(drafts, "download-began"), 0, again);
});
lie("E-MEAN-RECEIVED", "activation", "an answer came before it was asked for", (drafts) => {
  const [began, answer] = [find(drafts, "download-began"), find(drafts, "answer-received")];
  drop(drafts, answer);
  drafts.splice(drafts.indexOf(began), 0, answer as Draft);
  smooth(drafts);
});

lie("E-MEAN-FOUND", "adoption", "an officer who came has no key file", (drafts) => {
  const [role] = officersIn(drafts);
  const { officers } = find(drafts, "domain-found").data;
  officers.find(({ officer }) => officer === role)!.keyName = "";
});
lie("E-MEAN-PROOF", "activation", "a proof opened nothing", (drafts) => {
  Object.assign(find(drafts, "quorum-proven").data, { entries: 0, opened: [] });
});

/** The first key's file and its certificate, of those that opened a domain. */
function pairIn(drafts: readonly Draft[], type: "dry-run-passed" | "quorum-proven") {
  const [, , key, certificate] = find(drafts, type).data.media;
  return { key: key!, certificate: certificate! };
}
const ELSEWHERE = { label: "a copy", medium: OTHER.slice(0, 32) };
lie("E-MEAN-PROOF-MEDIA", "activation", "a key was made under another ending", (drafts) => {
  const { key } = pairIn(drafts, "quorum-proven");
  key.name = key.name.replace(".key", ".pem");
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a key's file has no ending", (drafts) => {
  const { key } = pairIn(drafts, "dry-run-passed");
  key.name = key.name.replace(".key", "");
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a key's file has more after its ending", (drafts) => {
  namelessKeys(drafts);
  const { key, certificate } = pairIn(drafts, "dry-run-passed");
  certificate.name = key.name.replace(".key", "x.cer");
  key.name = `${key.name}x`;
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a key is on a medium of nobody", (drafts) => {
  Object.assign(pairIn(drafts, "dry-run-passed").key, ELSEWHERE);
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "a certificate is on a medium of nobody", (drafts) => {
  Object.assign(pairIn(drafts, "dry-run-passed").certificate, ELSEWHERE);
});
/** What the files of the kept keys are called is not known. */
function namelessKeys(drafts: readonly Draft[]): void {
  for (const one of find(drafts, "opened").data.earlier[0]!.officers) one.keyName = "";
}

for (const script of ["attestation-part", "attestation"])
  lie("E-MEAN-ROLES", script, `an officer came whom the ${script} does not want`, (drafts) => {
    const { participants } = find(drafts, "opened").data;
    const isHere = (role: string): boolean => participants.some((one) => one.role === role);
    const role = (["officer-1", "officer-2"] as const).find((one) => !isHere(one))!;
    participants.push({ role, name: "Noor Haddad" });
  });

function officersIn(drafts: readonly Draft[]): readonly string[] {
  return find(drafts, "opened")
    .data.participants.map((one) => one.role as string)
    .filter((role) => role.startsWith("officer-"))
    .slice(0, 2);
}

/** As if the station had been started from a live image, whose words were heard. */
function imageHeard(drafts: Draft[]): DraftOf<"image-heard"> {
  find(drafts, "opened").data.software.system = systemWithImage("Linux", IMAGE);
  if (draftOf(drafts, "image-heard") === undefined) {
    const data = { sha256: IMAGE };
    insert(drafts, find(drafts, "step-performed"), 1, { type: "image-heard", by: "witness", data });
  }
  const heard = find(drafts, "image-heard");
  heard.data.sha256 = IMAGE;
  return heard;
}

const takePart = (drafts: readonly Draft[]) => find(drafts, "part-taken");

function changeSeat(
  drafts: Draft[],
  { role, from, to }: { readonly role: string; readonly from: string; readonly to: string },
  before = "export-certificates",
): Draft {
  const staying = ["administrator", "witness", "officer-2"].filter((one) => one !== role);
  return insert(drafts, find(drafts, "step-began", 0, ofStep(before)), 0, {
    type: "seat-changed",
    by: "administrator",
    data: { role, from, toRole: role, to, reason: "They left.", decidedBy: staying.slice(0, 2) },
  });
}

function insertException(
  drafts: Draft[],
  where: Draft,
  { decision = "continue", step: named }: { readonly decision?: string; readonly step?: string },
): Draft {
  // The current step: the one that begins here, or has begun.
  const from = drafts.slice(0, drafts.indexOf(where) + 1);
  const began = from.findLast(({ type }) => type === "step-began");
  const step = named ?? (began === undefined ? "" : stepIn(began));
  return insert(drafts, where, 0, {
    type: "exception-noted",
    by: "administrator",
    data: { expected: "A.", happened: "B.", decided: "C.", decidedBy: DECIDERS, step, decision },
  });
}

/** Only so many officers sign the end: two people noted an exception before it. */
export function closedByFirst(drafts: Draft[], officers: number): void {
  const closing = find(drafts, "closing");
  const gone = closing.data.present.splice(officers);
  if (gone.length === 0) throw new Missing();
  insertException(drafts, closing, {});
  const end = drafts.slice(drafts.indexOf(closing));
  drop(drafts, ...end.filter(({ type, by }) => type === "signed" && gone.includes(by)));
}

/** The times of the entries in their order again. */
function smooth(drafts: Draft[]): void {
  const times = drafts.map(({ at }) => at).toSorted((a, b) => a - b);
  drafts.forEach((draft, i) => {
    draft.at = times[i] ?? draft.at;
  });
}
export const LIES: readonly Lie[] = lies.slice(0, FIRST_CONDITION);
/** Those that show a mutant of a rule; the long run gives them to every verifier. */
export const CONDITIONS: readonly Lie[] = lies.slice(FIRST_CONDITION);

// Rare, but not lies.
const rarities: Rarity[] = [];
const rare = (script: string, name: string, change: Lie["change"]): void => {
  rarities.push({ script, name, change });
};
rare("replacement", "people decide about the record before, which few closed", (drafts) => {
  const { head } = find(drafts, "opened").data.earlier[0]!;
  decides(drafts, { code: "E-CLOSED-SHORT", record: head });
});
rare("replacement", "an old bag has another number, and people took note of it", (drafts) => {
  const destroyed = find(drafts, "objects-destroyed");
  const [one] = destroyed.data.objects;
  const exception = insertException(drafts, destroyed, {});
  Object.assign(exception.data, { expected: `${one!.object} in the bag ${one!.seal}.` });
  one!.seal = "another";
});
rare(
  "activation",
  "an officer signs a closing twice, which voids it, and all sign anew",
  (drafts) => {
    const [closing, ...signed] = drafts.slice(drafts.indexOf(find(drafts, "closing") as Draft));
    const again = [closing!, ...signed].map((one) => insert(drafts, one, 1, {}));
    for (const one of again)
      if (one.signs !== undefined) one.signs = { ...one.signs, over: again[0]!.id };
    drop(drafts, ...again);
    drafts.push(...again);
    insert(drafts, signed[0]!, 1, {});
    smooth(drafts);
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

/** Records of a later app: their forms and their script may be unknown as well. */
export const NEWER: readonly (Rarity & { readonly isOtherScript: boolean })[] = [
  NEWEST + 1,
  Number.MAX_SAFE_INTEGER,
].flatMap((rules) => [
  {
    script: "activation",
    name: `it names version ${rules} of the rules`,
    isOtherScript: false,
    change: (drafts) => {
      find(drafts, "opened").data.rules = rules;
    },
  },
  {
    script: "activation",
    name: `version ${rules} has members and a script of its own`,
    isOtherScript: true,
    change: (drafts) => {
      Object.assign(find(drafts, "opened").data, { rules, scriptSha256: OTHER, later: [] });
    },
  },
]);

type Honest = (script: string, seed: number) => Ceremony;

const honest = new WeakMap<Pool, Honest>();

/** The honest ceremonies from which lies are made, by the script's name; each is made once. */
export function honestOnes(pool: Pool): Honest {
  const known = honest.get(pool) ?? makeHonest(pool);
  honest.set(pool, known);
  return known;
}

function makeHonest(pool: Pool): Honest {
  const before = after(ceremonyOf("activation", pool, 1));
  const made = new Map<string, Ceremony>();
  return (script, seed) => {
    const key = `${script} ${seed}`;
    const ceremony = made.get(key) ?? ceremonyOf(script, pool, seed, { before });
    made.set(key, ceremony);
    return ceremony;
  };
}

/** A record changed; null if the ceremony lacks what is changed. */
export function changed(
  { change, previous = "" }: Rarity,
  honest: Drafted,
  pool: Pool,
): Drafted | null {
  const copy = copyOf(honest);
  try {
    change(copy.drafts, pool);
  } catch (error) {
    if (error instanceof Missing) return null;
    throw error;
  }
  return previous === "" ? copy : { ...copy, previous };
}

/** The same, chained and signed again. */
export function told(rarity: Rarity, honest: Drafted, pool: Pool): Uint8Array | null {
  const copy = changed(rarity, honest, pool);
  return copy === null ? null : sealed(copy);
}
