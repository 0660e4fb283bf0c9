// Records and what is given beside them, made from a seed: chains of two ceremonies or more with the custodians' parts
// of their attestations; of these something may be missing, foreign, forked, open, or said otherwise.
import { changedByPart, standingOf, type Earlier } from "../../electron/ceremony/ceremony.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import {
  after,
  ceremonyOf,
  drawing,
  UNEVENTFUL,
  type Before,
  type Ceremony,
} from "../../electron/meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed, type Draft } from "../../electron/meaning/drafts.fixture.ts";
import { closedByFirst, insertException } from "../../electron/meaning/lie.fixture.ts";
import type { Pool } from "../../electron/meaning/pool.fixture.ts";

/** A record, its script's name, and the records given beside it. */
export interface ChainCase {
  readonly name: string;
  /** If it is a lie, the codes and notes of which one is in the verdict. */
  readonly becomes: readonly string[] | null;
  readonly script: string;
  readonly record: Uint8Array;
  readonly given: readonly Uint8Array[];
}

/** A ceremony of a chain with the parts that it took over. */
interface Link {
  readonly ceremony: Ceremony;
  readonly parts: readonly Uint8Array[];
}

/** All of a chain, the first one first; and what made it. */
interface Chain {
  readonly links: readonly Link[];
  readonly pool: Pool;
  readonly seed: number;
  readonly draw: () => number;
}

const oneOf = <Item>(items: readonly Item[], draw: () => number): Item =>
  items[Math.floor(draw() * items.length)] as Item;

/** Only the last one may be a recovery: what follows it is of another HSM. */
const FOLLOWING = ["hand-off", "dry-run", "attestation", "attestation", "replacement"];
const LAST = [...FOLLOWING, "recovery", "attestation-part"];
const HOURS = 3_600_000;

/** The n-th case: every change in turn. */
export function chainCase(pool: Pool, n: number): ChainCase {
  const [name, change] = CHANGES[n % CHANGES.length]!;
  const seed = 10_000 + 100 * n;
  const draw = drawing(seed);
  const count = 2 + Math.floor(draw() * 2);
  const links: Link[] = [{ ceremony: ceremonyOf("activation", pool, seed), parts: [] }];
  while (links.length < count) {
    const known = links.map(({ ceremony }) => ceremony.script.name);
    const kinds = (links.length === count - 1 ? LAST : FOLLOWING).filter(
      (kind) => kind !== "replacement" || !known.includes(kind),
    );
    links.push(
      linkOf(oneOf(kinds, draw), pool, seed + links.length, after(links.at(-1)!.ceremony)),
    );
  }
  const made = change({ links, pool, seed, draw });
  return {
    name: `${n}: ${links.map(({ ceremony }) => ceremony.script.name).join(", ")}; ${name}`,
    becomes: BECOMES[name] ?? null,
    ...made,
  };
}

type Made = Omit<ChainCase, "name" | "becomes">;

/** A ceremony that continues another one; an attestation with real parts, which may be changed first. */
function linkOf(
  kind: string,
  pool: Pool,
  seed: number,
  before: Before,
  change: PartChange = () => true,
): Link {
  if (kind !== "attestation")
    return { ceremony: ceremonyOf(kind, pool, seed, { before }), parts: [] };
  const ceremony = found((n) => {
    const one = ceremonyOf(kind, pool, 1000 * seed + n, { before });
    const types = one.drafts.map(({ type }) => type);
    return types.includes("part-taken") && !types.includes("trouble-reported") ? one : null;
  });
  const copy = copyOf(ceremony);
  const taken = copy.drafts.filter(({ type }) => type === "part-taken") as unknown as Taken[];
  const parts = taken.map((draft) => {
    const record = partOf(draft.data.officer, pool, seed, before, change);
    Object.assign(draft.data, saidOf(record, draft.data.officer, before.earlier));
    return record;
  });
  return { ceremony: { ...ceremony, ...copy, record: sealed(copy) }, parts };
}

/** Changes a custodian's part; false for one that is not wanted. */
type PartChange = (part: Draft[]) => boolean;

type Taken = NonNullable<ReturnType<typeof draftOf<"part-taken">>>;

/** What an attestation says of a part that it takes over. */
function saidOf(record: Uint8Array, officer: string, earlier: Earlier) {
  const { head, entries, closedBy } = verifyRecord(record);
  return {
    head,
    closed: closedBy === "paper" ? ("on-paper" as const) : ("signed" as const),
    closedAt: entries.at(-1)!.at,
    standing: changedByPart(standingOf(entries), officer, earlier),
  };
}

/** A part of this officer alone, without trouble, held some hours after what it continues; changed before. */
function partOf(
  officer: string,
  pool: Pool,
  seed: number,
  before: Before,
  change: PartChange = () => true,
): Uint8Array {
  return found((n) => {
    const part = copyOf(ceremonyOf("attestation-part", pool, 1000 * seed + n, { before }));
    for (const draft of part.drafts) draft.at -= 20 * HOURS;
    const opened = draftOf(part.drafts, "opened")!;
    opened.data.clock = new Date(opened.at).toISOString();
    if (!change(part.drafts)) return null;
    const record = sealed(part);
    const { officers, objects } = saidOf(record, officer, before.earlier).standing;
    const isTheirs = opened.data.participants.some(({ role }) => role === officer);
    const isWell = officers.every(({ trouble }) => trouble === "");
    return isTheirs && isWell && objects.every(({ object }) => object.startsWith(officer))
      ? record
      : null;
  });
}

/** The first that is right of some that are made by chance. */
function found<Value>(made: (n: number) => Value | null): Value {
  for (let n = 0; n < 200; n++) {
    const one = made(n);
    if (one !== null) return one;
  }
  throw new Error("none is right");
}

const last = ({ links }: Chain): Link => links.at(-1)!;

/** The last record, with everything before it. */
const allOf = ({ links }: Chain): readonly Uint8Array[] =>
  links.flatMap(({ ceremony, parts }, n) =>
    n === links.length - 1 ? parts : [ceremony.record, ...parts],
  );

const givenTo = (
  chain: Chain,
  given: readonly Uint8Array[],
  record = last(chain).ceremony.record,
): Made => ({ script: last(chain).ceremony.script.name, record, given });

/** The last record with its drafts changed, everything beside it. */
function saying(chain: Chain, change: (drafts: Draft[]) => void): Made {
  const copy = copyOf(last(chain).ceremony);
  change(copy.drafts);
  return givenTo(chain, allOf(chain), sealed(copy));
}

/** What the first entry says that the record before it left. */
const misstating =
  (change: (earlier: Misstated) => void) =>
  (chain: Chain): Made =>
    saying(chain, (drafts) => change(draftOf(drafts, "opened")!.data.earlier[0]!));

type Misstated = NonNullable<ReturnType<typeof draftOf<"opened">>>["data"]["earlier"][number];

/** What an attestation after all but the last says of a part that it took over. */
const sayingOfPart =
  (change: (part: Taken["data"]) => void) =>
  ({ links, ...more }: Chain): Made => {
    const before = after(links.at(-2)!.ceremony);
    const next = linkOf("attestation", more.pool, more.seed + 60, before);
    return saying({ ...more, links: [...links.slice(0, -1), next] }, (drafts) =>
      change(draftOf(drafts, "part-taken")!.data),
    );
  };

const LATER = "2026-02-01T00:00:00.000Z";
const OTHER = "ab".repeat(32);

/** The one before the last replaced by another; the last one continues that. */
function replaced(chain: Chain, change: (before: Ceremony) => Uint8Array, decided = false): Made {
  const { links, pool, seed } = chain;
  const { ceremony, parts } = links.at(-2)!;
  const record = change(ceremony);
  const kind = last(chain).ceremony.script.name;
  const next = linkOf(kind, pool, seed + 50, after({ ...ceremony, record }));
  const copy = copyOf(next.ceremony);
  if (decided) decide(copy.drafts, verifyRecord(record).head);
  const older = links.slice(0, -2).flatMap((one) => [one.ceremony.record, ...one.parts]);
  return { script: kind, record: sealed(copy), given: [record, ...parts, ...next.parts, ...older] };
}

/** Two people decided to continue the record with this head, which too few officers closed. */
function decide(drafts: Draft[], record: string): void {
  const opened = draftOf(drafts, "opened")!;
  const data = { code: "E-CLOSED-SHORT", decidedBy: ["administrator", "witness"], record };
  drafts.splice(1, 0, {
    ...(opened as unknown as Draft),
    id: 3_000_000,
    type: "refusal-accepted",
    data,
  });
  for (const { data: said } of drafts)
    if ("consent" in said) (said.consent as { accepted: string[] }).accepted = [data.code];
}

/** Cut after its beginning: it is open. */
const opening = (record: Uint8Array): Uint8Array =>
  record.slice(0, record.indexOf(10, record.length >> 1) + 1);

type Change = (chain: Chain) => Made;

/** Each with its name. */
const CHANGES: readonly (readonly [string, Change])[] = [
  ["everything is given", (chain) => givenTo(chain, allOf(chain))],
  ["nothing is given", (chain) => givenTo(chain, [])],
  [
    "everything is given, the oldest last, and the record itself",
    (chain) => givenTo(chain, [last(chain).ceremony.record, ...allOf(chain).toReversed()]),
  ],
  [
    "one of them is missing",
    (chain) => {
      const all = allOf(chain);
      return givenTo(chain, all.toSpliced(Math.floor(chain.draw() * all.length), 1));
    },
  ],
  [
    "one is foreign",
    (chain) => {
      const foreign = ceremonyOf("activation", chain.pool, chain.seed + 77).record;
      return givenTo(chain, [...allOf(chain), foreign]);
    },
  ],
  [
    "another continues the same record",
    (chain) => {
      const { ceremony } = chain.links.at(-2)!;
      const fork = ceremonyOf("hand-off", chain.pool, chain.seed + 78, { before: after(ceremony) });
      return givenTo(chain, [...allOf(chain), fork.record]);
    },
  ],
  [
    "another continues the first record, which is not given",
    (chain) => {
      const [first] = chain.links;
      const fork = ceremonyOf("hand-off", chain.pool, chain.seed + 79, {
        before: after(first!.ceremony),
      });
      return givenTo(chain, [
        ...allOf(chain).filter((one) => one !== first!.ceremony.record),
        fork.record,
      ]);
    },
  ],
  [
    "another that was aborted continues the same record",
    (chain) => {
      const happening = { ...UNEVENTFUL, abortedBefore: "close" };
      const before = after(chain.links.at(-2)!.ceremony);
      const fork = ceremonyOf("hand-off", chain.pool, chain.seed + 80, { before, happening });
      return givenTo(chain, [...allOf(chain), fork.record]);
    },
  ],
  [
    "a part of the same record that it did not take over",
    (chain) => {
      const before = after(chain.links.at(-2)!.ceremony);
      return givenTo(chain, [
        ...allOf(chain),
        partOf("officer-1", chain.pool, chain.seed + 81, before),
      ]);
    },
  ],
  [
    "one is open",
    (chain) =>
      givenTo(
        chain,
        allOf(chain).map((one, n) => (n === 0 ? opening(one) : one)),
      ),
  ],
  [
    "one was changed",
    (chain) =>
      givenTo(
        chain,
        allOf(chain).map((one, n) => (n === 0 ? one.with(900, one[900]! ^ 1) : one)),
      ),
  ],
  ["the file of the domain is another", misstating((left) => (left.domainFile += "x"))],
  ["the commitment is another", misstating((left) => (left.commitment = OTHER))],
  ["it was proven at another time", misstating((left) => (left.provenAt = LATER))],
  ["an object was seen at another time", misstating((left) => (left.objects[0]!.seenAt = LATER))],
  ["an object is left out", misstating((left) => left.objects.pop())],
  ["an officer's name is another", misstating((left) => (left.officers[0]!.name += " x"))],
  [
    "an officer's key was opened at another time",
    misstating((left) => (left.officers[1]!.keyOpenedAt = LATER)),
  ],
  ["an officer's file is another", misstating((left) => (left.officers[2]!.signingName += "x"))],
  ["a subset was not proven", misstating((left) => left.subsets.pop())],
  ["it was attested at another time", misstating((left) => (left.attestedAt = LATER))],
  ["a recovery was held", misstating((left) => (left.drilledAt = LATER))],
  ["a dry run was held", misstating((left) => (left.dryRunAt = LATER))],
  ["a backup is another", misstating((left) => (left.backup.folder += "x"))],
  [
    "a deviation was accepted",
    misstating((left) => left.deviations.push({ rule: "sites", reason: "x" })),
  ],
  ["the last program is another", misstating((left) => (left.last!.software.version += "x"))],
  ["a person of last time is another", misstating((left) => (left.last!.people[0]!.name += " x"))],
  [
    "a script of last time is another",
    misstating((left) => (left.last!.scripts[0]!.sha256 = OTHER)),
  ],
  ["nothing is said of last time", misstating((left) => delete (left as { last?: unknown }).last)],
  ["it was closed at another time", misstating((left) => (left.closedAt = LATER))],
  [
    "it was written under earlier rules",
    misstating((left) => delete (left as { rules?: unknown }).rules),
  ],
  [
    "a photograph is invented",
    misstating((left) => {
      const { object, seal } = left.objects[0]!;
      left.photographs = [...(left.photographs ?? []), { object, seal, sha256: OTHER, at: LATER }];
    }),
  ],
  [
    "a hand-off is invented",
    misstating((left) => {
      const { object, seal, custodian, place } = left.objects[0]!;
      left.handOffs.push({ object, seal, from: custodian, to: custodian, place, at: LATER });
    }),
  ],
  [
    "what it says of a part is otherwise",
    sayingOfPart(({ standing }) => (standing.objects[0]!.seenAt = LATER)),
  ],
  [
    "a part was closed at another time",
    sayingOfPart((part) => (part.closedAt = new Date(Date.parse(part.closedAt) + 1).toISOString())),
  ],
  [
    "a part was closed in another way",
    sayingOfPart((part) => (part.closed = part.closed === "signed" ? "on-paper" : "signed")),
  ],
  [
    "a medium of the activation has another label",
    (chain) => {
      const made = draftOf(copyOf(chain.links[0]!.ceremony).drafts, "key-made")!;
      const { medium } = made.data.files[0]!;
      return saying(chain, (drafts) => {
        for (const { data } of drafts)
          for (const file of filesIn(data)) if (file.label === "domain-copy") file.medium = medium;
      });
    },
  ],
  [
    "a test message was opened before",
    (chain) => {
      const { links, pool, seed } = chain;
      const before = after(links.at(-2)!.ceremony);
      const first = linkOf("attestation", pool, seed + 90, before, (drafts) =>
        drafts.some(({ type }) => type === "key-checked"),
      );
      const challenge = challengeIn(first.parts[0]!);
      const next = linkOf("attestation", pool, seed + 91, after(first.ceremony), (drafts) => {
        const checked = draftOf(drafts, "key-checked");
        if (checked !== undefined) checked.data.challengeSha256 = challenge;
        return checked !== undefined;
      });
      const all = { ...chain, links: [...links.slice(0, -1), first, next] };
      return givenTo(all, allOf(all));
    },
  ],
  [
    "a medium that was destroyed comes back",
    (chain) => {
      const { pool, seed } = chain;
      const [first] = chain.links as [Link];
      const replacing = linkOf("replacement", pool, seed + 95, after(first.ceremony));
      const run = linkOf("dry-run", pool, seed + 96, after(replacing.ceremony));
      const { data: opened } = draftOf(run.ceremony.drafts, "opened")!;
      return saying({ ...chain, links: [first, replacing, run] }, (drafts) => {
        draftOf(drafts, "opened")!.data.anchor = "typed";
        for (const { data } of replacing.ceremony.drafts.filter(
          ({ type }) => type === "key-made",
        )) {
          const { officer } = data as { readonly officer: string };
          const made = draftOf(first.ceremony.drafts, "key-made", 0, (one) => one.by === officer)!;
          const [{ medium }] = made.data.files as unknown as [{ medium: string }];
          const isHere = opened.participants.some(({ role }) => role === officer);
          for (const one of isHere ? drafts.flatMap((draft) => filesIn(draft.data)) : [])
            if (one.label === officer) one.medium = medium;
        }
      });
    },
  ],
  [
    "something else is opened of the domain",
    (chain) => {
      const links = [...chain.links.slice(0, -1)];
      const before = after(links.at(-1)!.ceremony);
      links.push(linkOf("dry-run", chain.pool, chain.seed + 92, before));
      return saying({ ...chain, links }, (drafts) => {
        draftOf(drafts, "dry-run-passed")!.data.opened[0]!.sha256 = OTHER;
      });
    },
  ],
  [
    "it corrects an entry that is not there",
    (chain) =>
      saying(chain, (drafts) => {
        const { data } = draftOf(drafts, "opened")!;
        const [{ head }] = data.earlier as [Misstated];
        const began = drafts.findIndex(({ type }) => type === "step-began");
        const noted = {
          ...{ expected: "A.", happened: "B.", decided: "C.", decision: "continue" },
          ...{ step: (drafts[began]!.data as { step: string }).step },
          ...{ decidedBy: ["administrator", "witness"], corrects: { record: head, entry: 5000 } },
        };
        const shape = { station: drafts[began]!.station, at: drafts[began]!.at };
        drafts.splice(began + 1, 0, {
          ...shape,
          id: 3_000_001,
          type: "exception-noted",
          by: "administrator",
          data: noted,
        });
      }),
  ],
  [
    "kept keys are used after their certificates have ended, and two people noted it",
    (chain) => {
      const links = [...chain.links.slice(0, -1)];
      const before = after(links.at(-1)!.ceremony);
      links.push(linkOf("dry-run", chain.pool, chain.seed + 97, before));
      return saying({ ...chain, links }, (drafts) => {
        for (const draft of drafts) draft.at += 25 * 365 * 24 * HOURS;
        const opened = draftOf(drafts, "opened")!;
        opened.data.clock = new Date(opened.at).toISOString();
        for (const type of ["act-signing", "closing"] as const)
          for (const one of drafts.filter((draft) => draft.type === type))
            insertException(drafts, one, {});
      });
    },
  ],
  ["too few closed the one before, and nobody decided", (chain) => replaced(chain, closedByOne)],
  [
    "too few closed the one before, and two people decided",
    (chain) => replaced(chain, closedByOne, true),
  ],
  [
    "the one before was aborted",
    (chain) => {
      const { links, pool, seed } = chain;
      const [first] = links;
      const happening = { ...UNEVENTFUL, abortedBefore: "close" };
      const aborted = ceremonyOf("hand-off", pool, seed + 93, {
        before: after(first!.ceremony),
        happening,
      });
      const next = linkOf("dry-run", pool, seed + 94, after(aborted));
      return {
        script: "dry-run",
        record: next.ceremony.record,
        given: [aborted.record, first!.ceremony.record],
      };
    },
  ],
];

/** How many changes there are. */
export const CHAIN_CHANGES = CHANGES.length;

/** The number of the first case with this change. */
export const numberOfChange = (name: string): number => CHANGES.findIndex(([one]) => one === name);

const DIFFERS = ["E-EARLIER-DIFFERS"];
/** What becomes of those that are lies: a code or a note, or one of several as the last record is of another kind. */
const BECOMES: Readonly<Record<string, readonly string[]>> = {
  "one is foreign": ["E-EARLIER-OTHER"],
  "another continues the same record": ["E-EARLIER-FORK"],
  "another continues the first record, which is not given": ["E-EARLIER-FORK", ...DIFFERS],
  "another that was aborted continues the same record": ["E-EARLIER-OTHER"],
  "a part of the same record that it did not take over": ["E-EARLIER-OTHER"],
  "one is open": ["E-EARLIER-OPEN"],
  "one was changed": ["E-LOG-HASH"],
  "the file of the domain is another": [...DIFFERS, "E-MEAN-RETIRED"],
  "the commitment is another": DIFFERS,
  "it was proven at another time": DIFFERS,
  "an object was seen at another time": DIFFERS,
  "an object is left out": [...DIFFERS, "E-MEAN-SEAL"],
  "an officer's name is another": [...DIFFERS, "E-MEAN-DIFFERENCES"],
  "an officer's key was opened at another time": DIFFERS,
  "an officer's file is another": DIFFERS,
  "a subset was not proven": DIFFERS,
  "it was attested at another time": DIFFERS,
  "a recovery was held": DIFFERS,
  "a dry run was held": DIFFERS,
  "a backup is another": DIFFERS,
  "a deviation was accepted": DIFFERS,
  "the last program is another": ["E-MEAN-DIFFERENCES"],
  "a person of last time is another": ["E-MEAN-DIFFERENCES"],
  "a script of last time is another": DIFFERS,
  "nothing is said of last time": ["E-MEAN-EARLIER"],
  "it was closed at another time": DIFFERS,
  "it was written under earlier rules": DIFFERS,
  "a photograph is invented": DIFFERS,
  "a hand-off is invented": DIFFERS,
  "what it says of a part is otherwise": DIFFERS,
  "a part was closed at another time": DIFFERS,
  "a part was closed in another way": DIFFERS,
  "a test message was opened before": DIFFERS,
  "a medium that was destroyed comes back": DIFFERS,
  "something else is opened of the domain": DIFFERS,
  "it corrects an entry that is not there": DIFFERS,
  "kept keys are used after their certificates have ended, and two people noted it": [
    "wrapping-key-expired",
  ],
  "too few closed the one before, and nobody decided": DIFFERS,
  "too few closed the one before, and two people decided": ["refusal-overruled", ...DIFFERS],
  "the one before was aborted": DIFFERS,
};

/** The lies among the changes, in their order. */
export const CHAIN_LIES = CHANGES.flatMap(([name]) =>
  BECOMES[name] === undefined ? [] : [{ name, becomes: BECOMES[name] }],
);

function closedByOne(ceremony: Ceremony): Uint8Array {
  const copy = copyOf(ceremony);
  if (draftOf(copy.drafts, "closing") !== undefined) closedByFirst(copy.drafts, 1);
  return sealed(copy);
}

const filesIn = (data: object): { label: string; medium: string }[] => {
  const { files, media } = data as { files?: unknown; media?: unknown };
  return [files, media].flatMap((all) =>
    Array.isArray(all) && typeof all[0] === "object"
      ? (all as { label: string; medium: string }[])
      : [],
  );
};

const challengeIn = (record: Uint8Array): string =>
  verifyRecord(record)
    .entries.map(({ data }) => (data as { challengeSha256?: string }).challengeSha256)
    .find((one) => one !== undefined) ?? "";
