// Facts of a chain of records: what one says of a domain, a medium or a test message, no later one
// says otherwise.
import { sentence } from "../text/sentence.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import type { EventData } from "./entries/index.ts";
import type { RecordEntry } from "../record/kind.ts";

/** The facts of one record. */
interface Facts {
  /** What was opened, by the domain's SHA-256: the digest of each entry, by its tag. */
  readonly opened: ReadonlyMap<string, string>;
  /** Labels by the ids of media. */
  readonly media: ReadonlyMap<string, string>;
  readonly challenges: readonly string[];
}

type Proof = EventData["quorum-proven"] | EventData["dry-run-passed"];
type Data = Partial<Record<"files" | "media", readonly unknown[]>>;

function factsIn(entries: readonly RecordEntry[]): Facts {
  const [opened, media] = [new Map<string, string>(), new Map<string, string>()];
  const challenges: string[] = [];
  for (const { type, data } of entries) {
    if (type === "quorum-proven" || type === "dry-run-passed") {
      const { domainSha256, opened: all } = data as Proof;
      if (all !== undefined)
        opened.set(
          domainSha256,
          all
            .map(({ tag, sha256 }) => `${sha256} ${tag}`)
            .toSorted()
            .join(),
        );
    }
    if (type === "key-checked") {
      const { medium, officer, challengeSha256 } = data as EventData["key-checked"];
      media.set(medium, officer);
      challenges.push(challengeSha256);
    }
    const { files = [], media: on = [] } = data as Data;
    for (const file of [...files, ...on])
      if (typeof file === "object" && file !== null && "medium" in file && "label" in file)
        media.set(String(file.medium), String(file.label));
  }
  return { opened, media, challenges };
}

/** The first fact that an earlier record contradicts, or null. @param earlier the newest first */
export function contradictionIn(
  entries: readonly RecordEntry[],
  earlier: Iterable<readonly RecordEntry[]>,
): RefusalSentence | null {
  const { opened, media, challenges } = factsIn(entries);
  for (const before of earlier) {
    const facts = factsIn(before);
    const differs = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
      [...some].some(([name, value]) => (others.get(name) ?? value) !== value);
    if (differs(opened, facts.opened)) return sentence("continuation.opened");
    if (differs(media, facts.media)) return sentence("continuation.media");
    if (challenges.some((one) => facts.challenges.includes(one)))
      return sentence("continuation.challenges");
  }
  return null;
}
