// The liar: every member of every entry of a record, changed to each other value that it could
// plausibly have, and every entry dropped, doubled, moved, replaced. The changes follow from the
// forms, so that a new member is lied about without another line here. Each lie
// is chained and signed again with the keys of everyone.
import type { Script } from "../../ceremony-scripts/index.ts";
import { isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import { alike } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { countedFor } from "./ceremony.fixture.ts";
import { closedBy, sealed, unsigned, type Draft, type Drafted } from "./drafts.fixture.ts";
import { bare, FORMS, isForm, type Form } from "./declared.fixture.ts";
import { meaningOf } from "./meaning.ts";

/** Where something is in an entry's data, and what it is called in every entry of its type. */
interface Place {
  /** As `files[].sha256`. */
  readonly member: string;
  readonly path: readonly (string | number)[];
  readonly form: Form;
  /** Undefined where the member may be absent, and is. */
  readonly value: unknown;
  readonly isOptional: boolean;
}

/** The form of each type of entry of a record. */
type Forms = Readonly<Record<string, Form>>;

const joined = (member: string, name: string): string =>
  member === "" ? name : `${member}.${name}`;

function placesIn(type: string, data: unknown, forms: Forms): readonly Place[] {
  const below = (
    form: Form,
    value: unknown,
    place: Omit<Place, "form" | "value">,
  ): readonly Place[] => {
    const { member, path } = place;
    const own = { ...place, form, value };
    if (isForm(form, "list")) {
      const items = (value ?? []) as readonly unknown[];
      return [
        { ...own, member: `${member}[]` },
        ...items.flatMap((item, i) =>
          below(form.list, item, { member: `${member}[]`, path: [...path, i], isOptional: false }),
        ),
      ];
    }
    if (!isForm(form, "members")) return [own];
    const inner = Object.entries(form.members).flatMap(([name, one]) => {
      const called = bare(name);
      const here = { member: joined(member, called), path: [...path, called] };
      const held = (value as Record<string, unknown> | undefined)?.[called];
      if (value === undefined) return [];
      return below(one, held, { ...here, isOptional: name.endsWith("?") });
    });
    return member === "" ? inner : [own, ...inner];
  };
  return below(forms[type] ?? "text", data, { member: "", path: [], isOptional: false });
}

/** Values that a record and its neighbours know, by what they are of. */
type Known = ReadonlyMap<string, readonly unknown[]>;

/** Members that are called otherwise and may have the same values. */
const SAME: Readonly<Record<string, string>> = {
  from: "name",
  to: "name",
  custodian: "name",
  gave: "name",
  took: "name",
  absent: "name",
  found: "seal",
  expected: "seal",
  goTo: "step",
  folder: "container",
  signingCertificate: "certificate",
};

/** What a value is of: of a text the last name of its member; else its form. */
function sortOf({ form, path }: Pick<Place, "form" | "path">): string {
  if (form !== "text") return JSON.stringify(form);
  const name = String(path.findLast((part) => typeof part === "string"));
  return SAME[name] ?? name;
}

interface Said {
  readonly type: string;
  readonly data: unknown;
}

/** @param records the entries of the record, of the one before it, of others of its kind */
export function knownIn(records: readonly (readonly Said[])[], forms: Forms = FORMS): Known {
  const known = new Map<string, Set<unknown>>();
  for (const { type, data } of records.flat())
    for (const place of placesIn(type, data, forms)) {
      if (typeof place.value === "object" || place.value === undefined) continue;
      for (const sort of [sortOf(place), `${type} ${place.member}`])
        known.set(sort, (known.get(sort) ?? new Set()).add(place.value));
    }
  return new Map([...known].map(([sort, values]) => [sort, [...values]]));
}

const ZEROS = "0".repeat(64);
const NOTHING = sha256Hex(utf8(""));
const ANOTHER = sha256Hex(utf8("another"));
const DAY = 86_400_000;
/** At most so many values that others have. */
const OTHERS = 3;

/** Other values of this form. */
function valuesOf(form: Form, value: unknown, others: readonly unknown[]): readonly unknown[] {
  if (value === undefined) return others;
  if (isForm(form, "one of")) return form["one of"];
  if (isForm(form, "either")) return form.either.flatMap((one) => valuesOf(one, value, []));
  if (form === "truth") return [value !== true];
  if (form === "count") return [Number(value) + 1, Math.max(0, Number(value) - 1), 0, ...others];
  if (form === "text") return [...others, "another", ""];
  const pattern = new RegExp(typeof form === "string" ? form.slice(1, -1) : "^$");
  const time = typeof value === "string" ? Date.parse(value) : NaN;
  return [
    ...others,
    ANOTHER,
    ZEROS,
    NOTHING,
    "",
    "administrator",
    "witness",
    "officer-1",
    "officer-2",
    "officer-3",
    "officer-9",
    "E-CERT-NAME",
    "INTEL-SA-00001",
    "another-point",
    "2020-02-02",
    ...(Number.isNaN(time) ? [] : [DAY, -DAY].map((by) => new Date(time + by).toISOString())),
  ].filter((one) => typeof one === "string" && pattern.test(one));
}

/** A change of one entry's data, and in which member. */
interface Change {
  readonly member: string;
  readonly says: string;
  readonly data: () => object;
}

export function changesOf(
  type: string,
  data: object,
  known: Known,
  forms: Forms = FORMS,
): readonly Change[] {
  return placesIn(type, data, forms).flatMap((place) => {
    const { member, path, form, value, isOptional } = place;
    const to = (says: string, other: unknown): Change => ({
      member,
      says,
      data: () => put(data, path, other),
    });
    const absent = isOptional && value !== undefined ? [to("absent", undefined)] : [];
    if (isForm(form, "list"))
      return [...absent, ...listsOf(value, form.list).map(([says, list]) => to(says, list))];
    if (isForm(form, "members")) return absent;
    const others = (of: string) =>
      (known.get(of) ?? []).filter((one) => one !== value).slice(0, OTHERS);
    const all = valuesOf(form, value, [...others(`${type} ${member}`), ...others(sortOf(place))]);
    const different = [...new Set(all)].filter((one) => !isSame(one, value));
    return [
      ...absent,
      ...different.map((one) => to(`is ${JSON.stringify(one)}`.slice(0, 90), one)),
    ];
  });
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === "string" && typeof other === "string" && alike(one, other));

/** A list without one of its items, with one twice, the other way round, empty. */
function listsOf(value: unknown, item: Form): readonly (readonly [string, readonly unknown[]])[] {
  const list = (value ?? []) as readonly unknown[];
  if (list.length === 0) return [];
  const [first] = list;
  return [
    ["lacks the first", list.slice(1)],
    ...(list.length > 1 ? ([["lacks the last", list.slice(0, -1)]] as const) : []),
    ...(list.length > 2 ? ([["is empty", []]] as const) : []),
    ["has the first twice", [first, ...list]],
    ...(JSON.stringify(list) === JSON.stringify(list.toReversed())
      ? []
      : ([["is the other way round", list.toReversed()]] as const)),
    ...(item === "text" ? ([["has one more", [...list, "another"]]] as const) : []),
  ];
}

/** A copy in which another value is there; undefined: none. */
function put(data: object, path: readonly (string | number)[], value: unknown): object {
  const copy = structuredClone(data) as Record<string | number, unknown>;
  let held = copy;
  for (const part of path.slice(0, -1)) held = held[part] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(held, last);
  else held[last] = structuredClone(value);
  return copy;
}

/** A record that lies, and what about: a member of its data, or of the entry itself. */
export interface Lie {
  readonly type: string;
  readonly member: string;
  readonly says: string;
  readonly drafted: () => Drafted;
}

/** Members that chaining and signing give; a lie about one of them keeps what it says. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  signed: ["over", "signature"],
  "signer-bound": ["signature"],
  "taken-over": ["head"],
};

let fresh = 2_000_000;
const doubleOf = (draft: Draft): Draft => ({
  ...draft,
  data: structuredClone(draft.data),
  id: fresh++,
});

type EntryChange = (drafts: Draft[], draft: Draft, n: number) => void;

/** What two people note here. */
const noted = ({ at, station }: Draft, data: object): Draft => ({
  ...{ id: fresh++, type: "exception-noted", by: "administrator", at, station },
  data: {
    ...{ expected: "It goes as the script says.", happened: "It did not.", decided: "So be it." },
    decidedBy: ["administrator", "witness"],
    ...data,
  },
});

/** The step that has begun before the nth entry: what was done in it no longer counts. */
function repeatedAt(drafts: Draft[], draft: Draft, n: number): void {
  const began = drafts.slice(0, n).findLast(({ type }) => /^(step-began|taken-over)$/.test(type));
  if (began === undefined) return;
  const again = began.type === "step-began" ? [{ ...doubleOf(began), at: draft.at }] : [];
  drafts.splice(n, 0, noted(draft, { decision: "repeat" }), ...again);
}
const HOUR = 3_600_000;
const WRITERS = ["administrator", "witness", "officer-1", "officer-2", "app"];
const STATIONS: Readonly<Record<string, string>> = { offline: "connected", connected: "offline" };

/** Changes of an entry as a whole; "" is that it is there. */
const ENTRY_CHANGES: readonly (readonly [member: string, says: string, change: EntryChange])[] = [
  ["", "dropped", (drafts, _, n) => drafts.splice(n, 1)],
  ["", "there twice", (drafts, draft, n) => drafts.splice(n, 0, doubleOf(draft))],
  [
    "",
    "one place later",
    (drafts, draft, n) => drafts.splice(n, 2, ...drafts.slice(n + 1, n + 2), draft),
  ],
  ["", "at the end", (drafts, draft, n) => drafts.push(...drafts.splice(n, 1), doubleOf(draft))],
  [
    "",
    "also ten places earlier",
    (drafts, draft, n) => drafts.splice(Math.max(1, n - 10), 0, doubleOf(draft)),
  ],
  ["", "after a repeat of its step", repeatedAt],
  ["", "of another type", (drafts, draft, n) => (draft.type = drafts[n - 1]?.type ?? "step-done")],
  [
    "(station)",
    "at the other station",
    (_, draft) => (draft.station = STATIONS[draft.station] ?? ""),
  ],
  ["(at)", "an hour before", (_, draft) => (draft.at -= HOUR)],
  [
    "(at)",
    "an hour later, as all after it",
    (drafts, _, n) => drafts.slice(n).forEach((one) => (one.at += HOUR)),
  ],
  ...WRITERS.map((by): readonly [string, string, EntryChange] => [
    "(by)",
    `by ${by}`,
    (_, draft) => (draft.by = by),
  ]),
];

/** What two people may note: what then differs is told, and counts from there on. */
const EXCUSABLE: readonly string[] = [
  "seals-checked",
  "objects-destroyed",
  "hand-off-acknowledged",
  "recess-ended",
];

/** @param neighbours records whose values it may have borrowed: the one before it, one of its kind */
export function liesOf(honest: Drafted, neighbours: readonly Uint8Array[]): readonly Lie[] {
  const { entries } = verifyRecord(sealed(honest));
  const others = neighbours.map((record) => verifyRecord(record).entries);
  const known = knownIn([entries, ...others]);
  return entries.flatMap(({ type, data, seq, by }) => {
    const lie = (member: string, says: string, change: EntryChange): Lie => ({
      ...{ type, member, says: `entry ${seq}: ${says}` },
      drafted: () => {
        // A change puts another object in the place of data.
        const drafts = honest.drafts.map((draft) => ({ ...draft }));
        change(drafts, drafts[seq]!, seq);
        return { drafts, previous: honest.previous };
      },
    });
    const withData = (member: string, says: string, other: () => object): Lie =>
      lie(member, says, (_, draft) => {
        const given = (GIVEN[type] ?? []).filter((one) => one !== member);
        draft.data = Object.fromEntries(
          Object.entries(other()).filter(([name]) => !given.includes(name)),
        );
      });
    const changes = changesOf(type, data as object, known);
    const foreign = others
      .flatMap((all) => all.filter((one) => one.type === type).slice(0, 2))
      .filter((one) => JSON.stringify(one.data) !== JSON.stringify(data));
    return [
      ...changes.map((one) => withData(one.member, one.says, one.data)),
      ...(EXCUSABLE.includes(type) ? changes : []).map(({ member, says, data: other }) =>
        lie(member, `${says}, and noted`, (drafts, draft, n) => {
          draft.data = other();
          const expected = JSON.stringify([data, draft.data]);
          drafts.splice(n, 0, noted(draft, { expected, decision: "continue" }));
        }),
      ),
      ...foreign.map((one) => withData("", "as in another record", () => one.data as object)),
      ...ENTRY_CHANGES.filter(([, says]) => says !== `by ${by}`).map((change) => lie(...change)),
    ];
  });
}

/** Types of which the record's own form says more than the rules of meaning. */
const OF_THE_FORM: readonly string[] = [
  "signed",
  "signer-bound",
  "signer-known",
  "key-made",
  "act-signing",
  "act-signing-on-paper",
  "closing",
  "closing-on-paper",
];

/** The first code by which a lie is refused; "" if it is called good. */
export function refusalOf({ type, member, drafted }: Lie, script: Script): string {
  const lie = drafted();
  const entries = unsigned(lie);
  const closed = closedBy(entries) !== null;
  const [breach] = meaningOf({ entries, closed }, countedFor(script, entries), true).breaches;
  if (breach !== undefined) return breach.code;
  // Chaining and signing it again changes nothing of the others.
  if (!OF_THE_FORM.includes(type) && member !== "") return closed ? "" : "E-BUNDLE-OPEN";
  try {
    return verifyRecord(sealed(lie)).closed ? "" : "E-BUNDLE-OPEN";
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code;
  }
}

/**
 * Some of these by chance, at most `each` of a member of a type; without `most` such ones of each.
 */
export function someOf<One extends Pick<Lie, "type" | "member">>(
  lies: readonly One[],
  draw: () => number,
  { each, most = Infinity }: { readonly each: number; readonly most?: number },
): readonly One[] {
  const taken = new Map<string, number>();
  const drawn = lies.map((lie) => ({ lie, at: draw() })).toSorted((a, b) => a.at - b.at);
  const some = drawn.flatMap(({ lie }) => {
    const name = `${lie.type} ${lie.member}`;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before < each ? [lie] : [];
  });
  return some.slice(0, most);
}
