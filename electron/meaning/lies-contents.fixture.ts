// Lies with contents that cannot be.
import { sha256Hex } from "../../crypto/index.ts";
import { POINTS } from "./ceremony.fixture.ts";
import type { RuleCode } from "./breach.ts";
import type { DraftOf } from "./drafts.fixture.ts";
import { Missing, OTHER, drop, find, insert, listOfLies, longRecess } from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_CONTENTS = lies;
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

type Stamps = NonNullable<DraftOf<"opened">["data"]["stamps"]>;
const stampOf = (change: Partial<Stamps[number]> = {}): Stamps[number] => ({
  ...{ sha256: OTHER, authority: "Contoso TSA", time: "2024-01-31T09:00:00.000Z" },
  ...change,
});
const stampLies: readonly (readonly [
  code: RuleCode,
  script: string,
  says: string,
  stamps: Stamps,
])[] = [
  ["E-MEAN-EARLIER", "activation", "no record is before it, and is stamped", [stampOf()]],
  ["E-MEAN-EARLIER", "hand-off", "the record before has stamps, and none is named", []],
  ["E-MEAN-EARLIER", "hand-off", "one stamp is named twice", [stampOf(), stampOf()]],
  [
    "E-MEAN-MOMENT",
    "hand-off",
    "the record before was stamped after it was continued",
    [stampOf({ time: "2099-01-31T09:00:00.000Z" })],
  ],
  [
    "E-MEAN-MOMENT",
    "hand-off",
    "a stamp is of no day",
    [stampOf({ time: "2024-02-30T09:00:00.000Z" })],
  ],
];
for (const [code, script, says, stamps] of stampLies)
  lie(code, script, says, (drafts) => {
    Object.assign(find(drafts, "opened").data, { stamps });
  });

type Attested = DraftOf<"keys-attested">["data"];
type AttestedKey = Attested["keys"][number];
const attestedLies: readonly (readonly [says: string, change: (data: Attested) => void])[] = [
  ["no key is attested", ({ keys }) => keys.splice(0)],
  [
    "a version of a key is attested twice",
    ({ keys: [one, other] }) => Object.assign(other!, { name: one!.name, version: one!.version }),
  ],
  [
    "two keys are attested by one answer",
    ({ keys: [one, other] }) => (other!.sha256 = one!.sha256),
  ],
];
for (const [says, change] of attestedLies)
  lie("E-MEAN-POOL", "attestation", says, (drafts) => {
    change(find(drafts, "keys-attested").data);
  });
const keyLies: readonly (readonly [says: string, key: Partial<AttestedKey>])[] = [
  ["a key that was brought in is attested", { verdict: "attested", failed: ["made"] }],
  ["a key that passed every check is weak", { verdict: "not-attested", failed: [] }],
  ["a key failed one check twice", { verdict: "not-attested", failed: ["made", "made"] }],
  ["an RSA key has no public half", { publicSha256: "" }],
  ["a key of another kind has an RSA key's", { verdict: "not-attested", failed: ["kind"] }],
];
for (const [says, key] of keyLies)
  lie("E-MEAN-POOL", "attestation", says, (drafts) => {
    const [one] = find(drafts, "keys-attested").data.keys;
    Object.assign(one!, { verdict: "attested", failed: [], publicSha256: OTHER }, key);
  });
lie("E-MEAN-POOL", "attestation", "keys are under another root than years ago", (drafts) => {
  find(drafts, "keys-attested");
  find(drafts, "opened").data.earlier[0]!.poolRoot = OTHER;
});
lie("E-MEAN-POOL", "attestation", "keys are under two roots on one day", (drafts) => {
  const one = find(drafts, "keys-attested");
  insert(drafts, one, 1, { data: { ...one.data, poolRoot: OTHER } });
});

type Brought = NonNullable<DraftOf<"exchange-key-judged">["data"]["collateral"]>;

/** Every file with this digest has another size. */
function sized(value: unknown, sha256: string, size: number): void {
  if (typeof value !== "object" || value === null) return;
  if ("size" in value && "sha256" in value && value.sha256 === sha256) value.size = size;
  for (const inner of Object.values(value)) sized(inner, sha256, size);
}
