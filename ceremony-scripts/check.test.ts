// Scripts that cannot work, each one change away from a good one, and the refusal of each.
import { describe, expect, it } from "vitest";
import { BUILT_IN } from "./index.ts";
import {
  again,
  both,
  brought,
  claimless,
  ensures,
  material,
  moved,
  put,
  requires,
  role,
  step,
  unsealed,
  without,
  type Change,
} from "./script-changes.fixture.ts";
import { aStep, pathOf, treeOf, verdictOn } from "./script.fixture.ts";

const PAPER = { paper: "plan", of: "administrator" };
const SPARE = { envelope: "spare", of: "administrator", at: "offline", comes: "new" };

/** What is wrong, the change, the code, and the place: a step's id and what follows its path. */
type Row = readonly [string, Change, string, string, string?];

const ACTIVATION: readonly Row[] = [
  [
    "seals the officers' media before the proof",
    ensures("match-domain", "sealed officer-{officer}"),
    "SEALED",
    "prove-quorum",
  ],
  [
    "seals the transfer medium before it goes",
    ensures("export-certificates", "sealed transfer"),
    "SEALED",
    "to-connected",
  ],
  [
    "seals the domain's copy before it is matched",
    ensures("read-domain-aloud", "sealed domain-copy"),
    "SEALED",
    "match-domain",
  ],
  [
    "seals a backup medium before a key is on it",
    ensures("open", "sealed officer-{officer}-backup"),
    "SEALED",
    "make-key",
  ],
  [
    "seals a medium whose step itself asks for it",
    ensures("make-key", "sealed officer-{officer}"),
    "SEALED",
    "confirm-thumbprint",
    ".requires[0]",
  ],
  [
    "opens what was never sealed",
    ensures("match-domain", "opened officer-1"),
    "UNSEALED",
    "match-domain",
    ".ensures[0]",
  ],
  ["seals a medium twice", ensures("close", "sealed transfer"), "RESEALED", "close", ".ensures[5]"],
  [
    "seals a medium in one turn and in all",
    ensures("record-custody", "sealed envelope-2"),
    "RESEALED",
    "close",
    ".ensures[2]",
  ],
  [
    "destroys a key before the proof",
    ensures("match-domain", "destroyed officer-2"),
    "DESTROYED",
    "prove-quorum",
  ],
  [
    "destroys the transfer medium at the connected station",
    ensures("read-domain-aloud", "destroyed transfer"),
    "DESTROYED",
    "to-offline",
  ],
  [
    "destroys the cards before they are compared",
    ensures("to-connected", "destroyed card-{officer}"),
    "DESTROYED",
    "compare-thumbprint",
  ],
  [
    "seals what is destroyed",
    ensures("close", "destroyed note", "destroyed note"),
    "DESTROYED",
    "close",
    ".ensures[6]",
  ],
  [
    "leaves the domain's second medium behind",
    claimless("to-connected"),
    "STATION",
    "read-activation",
  ],
  [
    "leaves the domain's copy at the connected station",
    claimless("to-offline"),
    "STATION",
    "match-domain",
  ],
  [
    "seals at one station what is at the other",
    ensures("read-activation", "sealed officer-1"),
    "STATION",
    "read-activation",
    ".ensures[0]",
  ],
  ["brings no note", material(6, null), "MATERIAL", "read-domain-aloud"],
  [
    "brings no envelopes",
    both(material(2, null), unsealed("sealed envelope-{officer}")),
    "MATERIAL",
    "record-custody",
  ],
  [
    "brings no backup media",
    both(material(1, null), unsealed("sealed officer-{officer}-backup")),
    "MATERIAL",
    "make-key",
  ],
  ["brings a paper for nothing", brought(PAPER), "UNUSED", "materials[7]"],
  [
    "brings an envelope that is only destroyed",
    both(brought(SPARE), ensures("close", "destroyed spare")),
    "UNUSED",
    "materials[7]",
  ],
  [
    "seals an envelope that is not in custody",
    both(brought(SPARE), ensures("close", "sealed spare")),
    "CUSTODY",
    "close",
    ".ensures[5]",
  ],
  ["leaves the transfer medium open", unsealed("sealed transfer"), "LEFT", "materials[4]"],
  ["leaves the envelopes open", unsealed("sealed envelope-{officer}"), "LEFT", "materials[2]"],
  ["opens again what it sealed", ensures("close", "opened officer-3"), "LEFT", "materials[0]"],
  [
    "gives two officers' seats to one person",
    role(2, { "may-not-also-be": ["administrator"] }),
    "SEATS",
    "roles[2].may-not-also-be",
  ],
  [
    "lets the administrator be the witness",
    both(role(0, { "may-not-also-be": ["officer"] }), role(1, { "may-not-also-be": ["officer"] })),
    "SELF",
    "open",
    ".confirm",
  ],
  [
    "lets an officer be the witness of their own key",
    both(
      role(1, { "may-not-also-be": ["administrator"] }),
      role(2, { "may-not-also-be": ["officer", "administrator"] }),
    ),
    "SELF",
    "make-key",
    ".confirm",
  ],
  [
    "continues without its witness",
    ensures("open", "left witness"),
    "ABSENT",
    "make-key",
    ".confirm",
  ],
  [
    "continues without its administrator",
    ensures("make-key", "left administrator"),
    "ABSENT",
    "make-key",
    ".ensures[0]",
  ],
  [
    "proves without the third officer",
    ensures("match-domain", "left officer-3"),
    "ABSENT",
    "prove-quorum",
  ],
  [
    "closes without an officer whose medium is there",
    ensures("record-custody", "left officer-2"),
    "ABSENT",
    "close",
  ],
  [
    "is done by someone who left",
    ensures("confirm-thumbprint", "left administrator"),
    "ABSENT",
    "confirm-thumbprint",
    ".ensures[0]",
  ],
  [
    "makes all the keys with a quorum of officers",
    role(2, { attend: "quorum" }),
    "NEVER",
    "export-certificates",
  ],
  ["makes keys while the network is up", ensures("open", "network-up"), "NETWORK", "make-key"],
  [
    "proves while the network is up",
    ensures("match-domain", "network-up"),
    "NETWORK",
    "prove-quorum",
  ],
  ["signs while the network is up", ensures("record-custody", "network-up"), "NETWORK", "close"],
  [
    "downloads before anyone has compared",
    without("compare-thumbprint"),
    "LOCKED",
    "download-domain",
  ],
  [
    "compares after the download",
    moved("compare-thumbprint", "download-domain"),
    "LOCKED",
    "download-domain",
  ],
  [
    "reads aloud a domain that was not downloaded",
    without("download-domain"),
    "DOMAIN",
    "read-domain-aloud",
  ],
  [
    "proves before there is a domain",
    moved("prove-quorum", "confirm-thumbprint"),
    "DOMAIN",
    "prove-quorum",
  ],
  [
    "matches before there is a domain",
    moved("match-domain", "export-certificates"),
    "DOMAIN",
    "match-domain",
  ],
  [
    "hands over an officer's medium",
    ensures("to-connected", "goes officer-1"),
    "KEY-LEAVES",
    "to-connected",
    ".ensures[1]",
  ],
  [
    "hands over a backup medium",
    ensures("to-connected", "goes officer-2-backup"),
    "KEY-LEAVES",
    "to-connected",
    ".ensures[1]",
  ],
  [
    "downloads for certificates that were never exported",
    both(without("export-certificates"), step("compare-thumbprint", { requires: undefined })),
    "NEVER",
    "download-domain",
  ],
  [
    "matches by a note that is destroyed",
    ensures("read-domain-aloud", "destroyed note"),
    "DESTROYED",
    "match-domain",
  ],
  [
    "moves a medium without a hand-over",
    ensures("read-activation", "goes domain-copy"),
    "GOES",
    "read-activation",
    ".ensures[0]",
  ],
  ["proves before it matches", moved("match-domain", "prove-quorum"), "EARLY", "prove-quorum"],
  [
    "asks for a seal that comes later",
    requires("prove-quorum", "sealed officer-1"),
    "EARLY",
    "prove-quorum",
    ".requires[0]",
  ],
  [
    "exports before the cards are written",
    moved("confirm-thumbprint", "export-certificates"),
    "EARLY",
    "export-certificates",
  ],
  [
    "exports before there are keys",
    moved("export-certificates", "open"),
    "EARLY",
    "export-certificates",
  ],
  ["proves what was never matched", without("match-domain"), "NEVER", "prove-quorum"],
  ["matches what was never read aloud", without("read-domain-aloud"), "NEVER", "match-domain"],
  [
    "downloads without asking the HSM first",
    without("read-activation"),
    "NEVER",
    "download-domain",
  ],
  [
    "compares certificates that were never exported",
    without("export-certificates"),
    "NEVER",
    "compare-thumbprint",
    ".requires[2]",
  ],
  ["makes no keys", without("make-key"), "NEVER", "confirm-thumbprint"],
  [
    "asks for a blob that is never made",
    requires("close", "blob transfer"),
    "NEVER",
    "close",
    ".requires[0]",
  ],
  ["makes its keys twice", again("make-key", "make-key"), "AGAIN", "make-key-again"],
  [
    "exports twice",
    again("export-certificates", "export-certificates"),
    "AGAIN",
    "export-certificates-again",
  ],
  [
    "downloads twice",
    again("download-domain", "download-domain"),
    "AGAIN",
    "download-domain-again",
  ],
  ["ends without a proof", without("prove-quorum"), "OWED", "download-domain"],
  ["records no custody", without("record-custody"), "CUSTODY", "close"],
  [
    "opens a bag after its custody was recorded",
    ensures("record-custody", "sealed officer-1", "opened officer-1"),
    "CUSTODY",
    "close",
  ],
  ["lets nobody sign the keys", without("sign-keys"), "UNSIGNED", "export-certificates"],
  [
    "signs before the act has ended",
    moved("sign-keys", "confirm-thumbprint"),
    "UNSIGNED",
    "export-certificates",
  ],
  [
    "changes something after the signatures",
    put(aStep({ id: "new-custody", do: "record-custody" }), "sign-keys"),
    "UNSIGNED",
    "new-custody",
  ],
  [
    "signs an act that changed nothing",
    put(aStep({ id: "sign-proof", do: "sign-act" }), "prove-quorum"),
    "SIGNS",
    "sign-proof",
  ],
  [
    "signs an act twice",
    put(aStep({ id: "sign-again", do: "sign-act" }), "sign-keys"),
    "SIGNS",
    "sign-keys",
  ],
  [
    "signs when no officer is left",
    ensures("export-certificates", "left officer-1"),
    "ABSENT",
    "sign-keys",
  ],
  [
    "signs an act while the network is up",
    ensures("export-certificates", "network-up"),
    "NETWORK",
    "sign-keys",
  ],
  [
    "has sealed media without an earlier record",
    material(4, { comes: "sealed", holds: "domain" }),
    "EARLIER",
    "materials[4].comes",
  ],
];

const RECOVERY: readonly Row[] = [
  ["does not open the officers' bags", claimless("at-offline"), "SEALED", "make-restore-blob"],
  [
    "does not open the domain's copy",
    step("open", { ensures: ["opened transfer"] }),
    "SEALED",
    "make-restore-blob",
  ],
  [
    "does not open the transfer medium",
    step("open", { ensures: ["opened domain-copy"] }),
    "SEALED",
    "fetch-exchange-key",
  ],
  [
    "opens a bag twice",
    ensures("compare-exchange-key", "opened officer-{officer}"),
    "UNSEALED",
    "compare-exchange-key",
    ".ensures[0]",
  ],
  [
    "relies on one officer who need not come",
    requires("compare-exchange-key", "in officer-1"),
    "MATERIAL",
    "compare-exchange-key",
    ".requires[0]",
  ],
  [
    "has the officers' media at the wrong station",
    material(0, { at: "connected" }),
    "STATION",
    "at-offline",
    ".ensures[0]",
  ],
  ["leaves the domain's copy offline", claimless("to-connected"), "STATION", "upload-blob"],
  [
    "leaves the domain's copy connected",
    claimless("to-offline-to-sign"),
    "STATION",
    "record-custody",
  ],
  [
    "brings no domain",
    both(
      material(3, { comes: "new", holds: undefined }),
      step("open", { ensures: ["opened domain-copy"] }),
    ),
    "DOMAIN",
    "make-restore-blob",
  ],
  [
    "encrypts while the network is up",
    ensures("compare-exchange-key", "network-up"),
    "NETWORK",
    "make-restore-blob",
  ],
  [
    "encrypts without an officer who has left",
    ensures("compare-exchange-key", "left officer-{officer}"),
    "ABSENT",
    "make-restore-blob",
  ],
  [
    "compares by a note that is destroyed",
    ensures("read-exchange-key-aloud", "destroyed note"),
    "DESTROYED",
    "compare-exchange-key",
  ],
  [
    "restores before the empty HSM is backed up",
    moved("restore-backup", "upload-blob"),
    "EARLY",
    "restore-backup",
  ],
  [
    "brings one copy of the domain",
    both(
      material(4, { comes: "new", holds: undefined }),
      step("open", { ensures: ["opened transfer"] }),
    ),
    "DOMAIN",
    "make-restore-blob",
  ],
  ["brings media without keys", material(0, { holds: "domain" }), "NEVER", "make-restore-blob"],
  [
    "hands over a sealed medium with keys on it",
    ensures("to-connected", "goes officer-{officer}-backup"),
    "KEY-LEAVES",
    "to-connected",
    ".ensures[1]",
  ],
  [
    "takes keys for the domain to the other station",
    material(4, { holds: "keys" }),
    "KEY-LEAVES",
    "to-offline",
    ".ensures[0]",
  ],
  [
    "compares the keys before they are restored",
    moved("compare-keys", "backup-empty"),
    "EARLY",
    "compare-keys",
  ],
  [
    "backs up before the HSM is active",
    moved("backup-empty", "at-connected"),
    "EARLY",
    "backup-empty",
  ],
  [
    "knows the backup only after it is restored",
    moved("know-backup", "restore-backup"),
    "EARLY",
    "backup-empty",
  ],
  ["knows no backup", without("know-backup"), "NEVER", "backup-empty"],
  [
    "compares an exchange key never read aloud",
    without("read-exchange-key-aloud"),
    "NEVER",
    "compare-exchange-key",
  ],
  [
    "encrypts for a key that was not compared",
    without("compare-exchange-key"),
    "NEVER",
    "make-restore-blob",
  ],
  ["fetches no exchange key", without("fetch-exchange-key"), "NEVER", "read-exchange-key-aloud"],
  ["uploads a blob that nobody made", without("make-restore-blob"), "NEVER", "upload-blob"],
  ["uploads twice", again("upload-blob", "upload-blob"), "AGAIN", "upload-blob-again"],
  [
    "makes two blobs",
    again("make-restore-blob", "make-restore-blob"),
    "AGAIN",
    "make-restore-blob-again",
  ],
  ["sends a blob that nobody signed", without("sign-blob"), "UNSIGNED", "make-restore-blob"],
  ["compares no keys", without("compare-keys"), "OWED", "upload-blob"],
  ["leaves an opened medium open", unsealed("sealed officer-{officer}"), "LEFT", "materials[0]"],
  [
    "makes new keys over the old ones",
    both(
      ensures("at-offline", "opened officer-{officer}-backup"),
      put(aStep({ id: "new-key", by: "each officer", do: "make-key" }), "at-offline"),
    ),
    "AGAIN",
    "new-key",
  ],
];

describe.each<{ readonly name: string; readonly rows: readonly Row[] }>([
  { name: "activation", rows: ACTIVATION },
  { name: "recovery", rows: RECOVERY },
])("$name", ({ name, rows }) => {
  it("as it comes with the app can work", () => {
    expect(verdictOn(treeOf(name))).toBeNull();
    expect([...BUILT_IN.keys()]).toContain(name);
  });

  it.each(rows.map(([what, ...row]) => ({ what, row })))("that $what is refused", ({ row }) => {
    const [change, code, at, more = ""] = row;
    const tree = change(treeOf(name));
    const refusal = verdictOn(tree);
    expect(refusal?.code).toBe(`E-CHECK-${code}`);
    const path = /^(roles|materials)\[/.test(at) ? at : pathOf(tree, at);
    expect(refusal?.message).toMatch(/^[\x20-\x7e]{8,200}$/);
    expect(refusal?.message).toContain(`${path}${more}`);
  });
});

it("says since when a thing is sealed", () => {
  const tree = ensures("match-domain", "sealed officer-{officer}")(treeOf("activation"));
  expect(verdictOn(tree)?.message).toBe(
    `In the script, ${pathOf(tree, "prove-quorum")} needs officer-1 out of its bag, `
      + `but it has been sealed since ${pathOf(tree, "match-domain")}.ensures[0].`,
  );
});

it("never repeats a name that only the script has", () => {
  const thing = { medium: "canary-stick", of: "witness", at: "offline", comes: "new" };
  const refusal = verdictOn(
    both(
      brought(thing),
      ensures("open", "destroyed canary-stick"),
      requires("close", "in canary-stick"),
    )(treeOf("activation")),
  );
  expect(refusal?.code).toBe("E-CHECK-DESTROYED");
  expect(refusal?.message).toContain("needs materials[7], which ");
});
