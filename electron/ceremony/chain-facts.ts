// Facts of a chain of records: what one says of a domain, a medium, a key or a test message, no later
// one says otherwise.
import { sentence } from "../text/sentence.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import type { EventData } from "./entries/index.ts";
import type { RecordEntry } from "../record/kind.ts";

/** The facts of one record. */
interface Facts {
  /** What was opened, by the domain's SHA-256: the digest of each entry, by its tag. */
  readonly opened: Map<string, string>;
  /** Labels by the ids of media. */
  readonly media: Map<string, string>;
  readonly challenges: string[];
  /** Thumbprints of the keys that were made. */
  readonly made: string[];
  /** Thumbprints of wrapping keys by the ids of the media that have them. */
  readonly keys: Map<string, string>;
  /** Labels of media that were destroyed. */
  readonly destroyed: string[];
  /** Whether it is checked by all of this: earlier versions of the app could contradict the rest. */
  readonly isWhole: boolean;
}

type Data = Partial<Record<"files" | "media", readonly unknown[]>>;
type Fact = (facts: Facts, data: never) => void;

const proof: Fact = (
  { opened },
  { domainSha256, opened: all }: EventData["quorum-proven"] | EventData["dry-run-passed"],
) => {
  const told = all?.map(({ tag, sha256 }) => `${sha256} ${tag}`).toSorted();
  if (told !== undefined) opened.set(domainSha256, told.join());
};

/** What each type says, besides the files on media. */
const FACTS: Readonly<Record<string, Fact>> = {
  "quorum-proven": proof,
  "dry-run-passed": proof,
  "key-made": ({ made, keys }, { thumbprint, signingThumbprint, files }: EventData["key-made"]) => {
    made.push(thumbprint, signingThumbprint);
    for (const { medium } of files) keys.set(medium, thumbprint);
  },
  "key-checked": (
    { media, challenges, keys },
    { medium, officer, thumbprint, challengeSha256 }: EventData["key-checked"],
  ) => {
    media.set(medium, officer);
    keys.set(medium, thumbprint);
    challenges.push(challengeSha256);
  },
  "objects-destroyed": ({ destroyed }, { objects }: EventData["objects-destroyed"]) => {
    for (const { object } of objects) {
      const [, officer, backup] = /^(officer-\d+)( backup)? medium$/.exec(object) ?? [];
      if (officer !== undefined)
        destroyed.push(backup === undefined ? officer : `${officer}-backup`);
    }
  },
};

function factsIn(entries: readonly RecordEntry[]): Facts {
  const { rules = 1 } = (entries[0]?.data ?? {}) as Partial<EventData["opened"]>;
  const facts: Facts = {
    opened: new Map(),
    media: new Map(),
    challenges: [],
    made: [],
    keys: new Map(),
    destroyed: [],
    isWhole: rules > 1,
  };
  for (const { type, data } of entries) {
    if (Object.hasOwn(FACTS, type)) FACTS[type]?.(facts, data as never);
    const { files = [], media: on = [] } = data as Data;
    for (const file of [...files, ...on])
      if (typeof file === "object" && file !== null && "medium" in file && "label" in file)
        facts.media.set(String(file.medium), String(file.label));
  }
  return facts;
}

/** The first fact that an earlier record contradicts, or null. @param earlier the newest first */
export function contradictionIn(
  entries: readonly RecordEntry[],
  earlier: Iterable<readonly RecordEntry[]>,
): RefusalSentence | null {
  const now = factsIn(entries);
  const before = [...earlier].map(factsIn);
  const isAny = (contradicts: (facts: Facts) => boolean): boolean => before.some(contradicts);
  if (isAny(({ opened }) => differ(now.opened, opened))) return sentence("continuation.opened");
  if (isAny(({ media }) => differ(now.media, media))) return sentence("continuation.media");
  if (isAny(({ challenges }) => areShared(now.challenges, challenges)))
    return sentence("continuation.challenges");
  if (!now.isWhole) return null;
  if (isAny(({ made }) => areShared(now.made, made))) return sentence("continuation.made");
  if (isAny(({ keys }) => differ(now.keys, keys))) return sentence("continuation.keys");
  const gone = destroyedUntil([...before.toReversed(), now]);
  return areShared(gone, [...now.media.keys()]) ? sentence("continuation.destroyed") : null;
}

const differ = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean =>
  [...some].some(([name, value]) => (others.get(name) ?? value) !== value);

const areShared = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

/** The ids of all media that were destroyed: each had its label in a record before. @param all the oldest first */
function destroyedUntil(all: readonly Facts[]): readonly string[] {
  const known = new Map<string, string>();
  return all.flatMap(({ destroyed, media }) => {
    const gone = destroyed.flatMap((label) => known.get(label) ?? []);
    for (const [medium, label] of media) known.set(label, medium);
    return gone;
  });
}
