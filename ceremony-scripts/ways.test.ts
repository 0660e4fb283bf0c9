// Scripts with ways, blocks and an attestation's kinds that cannot work, each refused for a reason
// of its own; and unusual ones that can.
import { describe, expect, it } from "vitest";
import {
  again,
  both,
  claimless,
  ensures,
  material,
  moved,
  put,
  role,
  step,
  unsealed,
  without,
  type Change,
} from "./script-changes.fixture.ts";
import { aStep, pathOf, treeOf, verdictOn, withSteps, type Tree } from "./script.fixture.ts";

/** What is wrong, the change, the code, and the place: a step's id and what follows its path. */
type Row = readonly [string, Change, string, string, string?];

type Choices = readonly (readonly [string, string])[];

const chosen = (id: string, ...choices: Choices): Tree =>
  aStep({ id, do: { choose: choices.map(([when, to]) => ({ if: when, "go-to": to })) } });
const chosenConnected = (id: string, ...choices: Choices): Tree => ({
  ...chosen(id, ...choices),
  station: "connected",
});
/** The step continues with another one, or ends. */
const goTo = (id: string, to?: string) => step(id, { "go-to": to });
/** Whom the block with this step is for. */
const blockFor =
  (id: string, whom: string): Change =>
  (tree) =>
    withSteps(tree, (steps) =>
      steps.map((one) =>
        "for" in one && (one["steps"] as readonly Tree[]).some((inner) => inner["id"] === id)
          ? { ...one, for: whom }
          : one,
      ),
    );

const continuesNothing: Change = (tree) => ({ ...tree, continues: "nothing" });

const PART: readonly Row[] = [
  [
    "compares seals after the bags were opened",
    ensures("open", "opened officer-{officer}"),
    "CHECK-NEVER",
    "check-seals",
  ],
  [
    "opens a bag whose seal is not compared",
    step("check-seals", { do: "report-trouble" }),
    "CHECK-NEVER",
    "open-bag",
  ],
  [
    "says that a bag is opened, and leaves it closed",
    claimless("open-bag"),
    "CHECK-CLOSED",
    "open-bag",
  ],
  [
    "says that the domain's bag is opened, and leaves it closed",
    claimless("copy-seal"),
    "CHECK-CLOSED",
    "copy-seal",
  ],
  ["checks a key that stays in its bag on one way", without("open-bag"), "SCRIPT-ORDER", "how-far"],
  [
    "checks the key with its officer gone",
    ensures("open-bag", "left officer-{officer}"),
    "CHECK-ABSENT",
    "check-key",
    ".by",
  ],
  [
    "checks the key while the network is up on that way",
    ensures("open-bag", "network-up"),
    "CHECK-NETWORK",
    "check-key",
  ],
  [
    "lets the officer confirm their own check",
    both(
      role(1, { "may-not-also-be": ["administrator"] }),
      role(2, { "may-not-also-be": ["administrator", "officer"] }),
    ),
    "CHECK-SELF",
    "check-key",
    ".confirm",
  ],
  [
    "signs on the way where the key stays sealed",
    goTo("report-trouble", "record-custody"),
    "CHECK-SEALED",
    "close",
  ],
  [
    "leaves the medium open that signed",
    unsealed("sealed officer-{officer}"),
    "CHECK-LEFT",
    "materials[0]",
  ],
  [
    "leaves the domain's copy open on the way that ends on paper",
    unsealed("resealed domain-copy", "paper-close"),
    "CHECK-LEFT",
    "materials[4]",
  ],
  [
    "leaves the transfer medium open on the way that ends with a signature",
    unsealed("resealed transfer"),
    "CHECK-LEFT",
    "materials[3]",
  ],
  [
    "skips the custody on the way that ends on paper",
    goTo("report-trouble", "paper-close"),
    "CHECK-CUSTODY",
    "paper-close",
    ".ensures[1]",
  ],
  [
    "opens one more bag after its custody was recorded",
    ensures("close", "opened officer-{officer}-backup", "sealed officer-{officer}-backup"),
    "CHECK-CUSTODY",
    "close",
    ".ensures[0]",
  ],
  [
    "opens a second officer's bag",
    ensures("open-bag", "opened officer-2"),
    "CHECK-MATERIAL",
    "open-bag",
    ".ensures[1]",
  ],
  [
    "reseals what no way opens",
    ensures("close", "resealed envelope-{officer}"),
    "CHECK-RESEALED",
    "close",
    ".ensures[3]",
  ],
  [
    "seals without asking what may be sealed already",
    ensures("paper-close", "sealed transfer"),
    "CHECK-RESEALED",
    "paper-close",
    ".ensures[2]",
  ],
  [
    "hashes a copy before its seal was compared",
    moved("copy-hash", "open"),
    "CHECK-NEVER",
    "copy-hash",
  ],
  [
    "hashes another copy than the one whose seal was compared",
    step("transfer-hash", { do: { "rehash-copy": { copy: "domain-copy" } } }),
    "CHECK-NEVER",
    "transfer-hash",
  ],
  ["hashes a copy that holds keys", material(4, { holds: "keys" }), "CHECK-DOMAIN", "copy-hash"],
  ["continues nothing", continuesNothing, "CHECK-EARLIER", "materials[0]", ".comes"],
  [
    "destroys the medium of a key at the end of one way, and the custody lists it",
    ensures("paper-close", "destroyed officer-{officer}"),
    "CHECK-LISTED",
    "paper-close",
    ".ensures[2]",
  ],
  [
    "destroys a copy of the domain before its custody is recorded",
    ensures("copy-hash", "destroyed domain-copy"),
    "CHECK-DESTROYED",
    "paper-custody",
  ],
  [
    "jumps into the middle of a block",
    step(
      "where-copy",
      chosen("where-copy", ["the copy is not here", "check-key"], ["it is here", "copy-seal"]),
    ),
    "SCRIPT-ORDER",
    "where-copy",
  ],
  [
    "says of one way where else it goes",
    goTo("how-far", "paper-custody"),
    "SCRIPT-FIELD",
    "how-far",
  ],
  ["goes on behind its end", goTo("close", "paper-custody"), "SCRIPT-FIELD", "close"],
  [
    "has two ways that sound alike",
    step(
      "where-copy",
      chosen("where-copy", ["It is here.", "how-far"], ["it is  here", "copy-seal"]),
    ),
    "SCRIPT-DUPLICATE",
    "where-copy",
  ],
  [
    "calls a step what only a jump is called",
    step("where-copy", { id: "next" }),
    "SCRIPT-VALUE",
    "next",
    ".id",
  ],
  [
    "mentions an officer when it is nobody's turn",
    step("open", { say: "Officer {officer}?" }),
    "SCRIPT-VALUE",
    "open",
    ".say",
  ],
  [
    "requires something of an officer when it is nobody's turn",
    step(
      "where-copy",
      chosen("where-copy", ["officer {officer} has it", "how-far"], ["it is here", "copy-seal"]),
    ),
    "SCRIPT-VALUE",
    "where-copy",
    ".do.choose",
  ],
  [
    "reads aloud a blank that is not filled in",
    step("check-key", { say: "Officer {seat}, type." }),
    "SCRIPT-VALUE",
    "check-key",
    ".say",
  ],
];

const WHOLE: readonly Row[] = [
  ["judges before the parts are there", moved("attest-custody", "open"), "CHECK-OWED", "take-part"],
  [
    "opens a bag after it was assessed",
    ensures("attest-custody", "opened transfer"),
    "CHECK-UNSEALED",
    "attest-custody",
    ".ensures[0]",
  ],
  [
    "compares the seals of someone whose things are not here",
    step("report-trouble", { do: "check-seals", requires: ["at-hand officer-{officer}"] }),
    "SCRIPT-VALUE",
    "report-trouble",
    ".requires[0]",
  ],
  [
    "lets an absent officer act",
    both(
      blockFor("take-part", "every officer"),
      step("report-trouble", { do: "check-key", by: "this officer" }),
    ),
    "SCRIPT-VALUE",
    "report-trouble",
    ".by",
  ],
  [
    "takes parts of those who came, though nobody comes",
    blockFor("take-part", "each officer"),
    "SCRIPT-UNREACHED",
    "which-part",
  ],
  ["lets nobody sign", step("close", { do: "close" }), "CHECK-ABSENT", "close"],
  [
    "hands the record over on one way and never fetches it back",
    step("name-backup", { do: { "hand-over": { to: "connected" } } }),
    "SCRIPT-ORDER",
    "record-custody",
  ],
  [
    "takes over on one way what that way did not hand over",
    both(
      put(aStep({ id: "over", do: { "hand-over": { to: "connected" } } }), "is-backup-known"),
      put(aStep({ id: "there", station: "connected", do: "take-over" }), "over"),
      step("is-backup-known", chosen("is-backup-known", ["we know it", "there"], ["no", "over"])),
    ),
    "SCRIPT-ORDER",
    "there",
  ],
];

const RECOVERY: readonly Row[] = [
  [
    "lets one officer alone make the blob",
    role(2, { attend: "one" }),
    "CHECK-ABSENT",
    "make-restore-blob",
  ],
  [
    "lets a choice go past the only backup of the empty HSM",
    put(
      chosenConnected(
        "is-empty",
        ["the HSM is empty", "backup-empty"],
        ["we do not look", "restore-backup"],
      ),
      "upload-blob",
    ),
    "CHECK-NEVER",
    "restore-backup",
  ],
  [
    "lets a choice go past the comparison of the keys",
    put(
      chosenConnected(
        "are-we-late",
        ["there is time", "compare-keys"],
        ["it is late", "to-offline-to-sign"],
      ),
      "restore-backup",
    ),
    "CHECK-OWED",
    "upload-blob",
  ],
  [
    "uploads on the way that comes twice",
    both(
      put(
        chosenConnected(
          "was-it-taken",
          ["it was taken", "backup-empty"],
          ["it was not", "upload-again"],
        ),
        "upload-blob",
      ),
      again("upload-blob", "was-it-taken"),
      step("upload-blob-again", { id: "upload-again" }),
    ),
    "CHECK-AGAIN",
    "upload-again",
  ],
  [
    "leaves the domain's copy behind on one way",
    both(
      put(
        chosenConnected("is-copy-needed", ["both go", "to-offline"], ["one goes", "one-goes"]),
        "read-exchange-key-aloud",
      ),
      put(
        aStep({ id: "one-goes", station: "connected", do: { "hand-over": { to: "offline" } } }),
        "to-offline",
      ),
      goTo("to-offline", "at-offline"),
    ),
    "CHECK-STATION",
    "make-restore-blob",
  ],
];

const HAND_OFF: readonly Row[] = [
  ["hands on what was not compared", without("check-objects"), "CHECK-NEVER", "hand-off"],
  [
    "compares after the hand-off",
    both(moved("check-objects", "hand-off"), without("is-one-here")),
    "CHECK-EARLY",
    "hand-off",
  ],
  [
    "compares seals, and continues nothing",
    continuesNothing,
    "CHECK-EARLIER",
    "check-objects",
    ".do",
  ],
  ["has no receipt to sign", material(0, { paper: "slip" }), "CHECK-MATERIAL", "hand-off"],
  [
    "hands off at the station with the network",
    step("hand-off", { station: "connected" }),
    "SCRIPT-VALUE",
    "hand-off",
    ".station",
  ],
];

describe.each<{ readonly name: string; readonly rows: readonly Row[] }>([
  { name: "attestation-part", rows: PART },
  { name: "attestation", rows: WHOLE },
  { name: "recovery", rows: RECOVERY },
  { name: "hand-off", rows: HAND_OFF },
])("$name", ({ name, rows }) => {
  it("as it comes with the app can work", () => {
    expect(verdictOn(treeOf(name))).toBeNull();
  });

  it.each(rows.map(([what, ...row]) => ({ what, row })))("that $what is refused", ({ row }) => {
    const [change, code, at, more = ""] = row;
    const tree = change(treeOf(name));
    const refusal = verdictOn(tree);
    const place = /^(roles|materials)\[/.test(at) ? at : pathOf(tree, at);
    expect(`${refusal?.code ?? ""} ${refusal?.message ?? ""}`).toMatch(
      new RegExp(`^E-${code} .*${`${place}${more}`.replace(/[.[\]]/g, "\\$&")}[ .]`),
    );
  });
});

/** Four more ends, each on a way of its own. */
const withEnds: Change = (tree) =>
  [1, 2, 3, 4].reduce(
    (changed, n) => put({ ...aStep({ do: "close-on-paper" }), id: `close-${n}` }, "close")(changed),
    tree,
  );

/** Unusual but valid: changes of a script that comes with the app. */
const ODD: readonly (readonly [string, string, Change])[] = [
  ["jumps to the step behind", "attestation-part", goTo("open", "check-seals")],
  [
    "jumps to the next officer, and behind the last one",
    "attestation",
    goTo("report-trouble", "next"),
  ],
  [
    "has a way for each of six answers",
    "hand-off",
    both(
      withEnds,
      step(
        "is-one-here",
        chosen(
          "is-one-here",
          ["yes", "hand-off"],
          ["no", "close"],
          ["it is raining", "close-1"],
          ["it is late", "close-2"],
          ["nobody knows", "close-3"],
          ["it is lost", "close-4"],
        ),
      ),
    ),
  ],
  [
    "ends on paper although the key was checked",
    "attestation-part",
    both(
      goTo("check-key", "paper-custody"),
      without("record-custody"),
      without("close"),
      ensures("paper-close", "resealed officer-{officer}"),
    ),
  ],
  ["compares what lies on the table twice", "hand-off", again("check-objects", "check-objects")],
  ["hands on without asking whether", "hand-off", without("is-one-here")],
  [
    "lets the witness act and the administrator confirm",
    "hand-off",
    step("hand-off", { by: "witness", confirm: "administrator" }),
  ],
  ["names the newest backup twice", "attestation", again("name-backup", "name-backup")],
];

it.each(ODD)("a script that %s can work", (_, name, change) => {
  expect(verdictOn(change(treeOf(name)))).toBeNull();
});

it("no two of them are refused for the same reason: code and place", () => {
  const reasons = [PART, WHOLE, RECOVERY, HAND_OFF].flatMap((rows, i) =>
    rows.map(([, , code, at, more = ""]) => `${i} ${code} ${at}${more}`),
  );
  expect(reasons.length).toBeGreaterThan(45);
  expect(new Set(reasons).size).toBe(reasons.length);
});
