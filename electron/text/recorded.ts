// Finds the sentence of a recorded text: records have findings in English, and keep their bytes.
import { EARLIER } from "./earlier.ts";
import { CRYPTO_FAULTS } from "./en/crypto-faults.ts";
import { DISK_FAULTS } from "./en/disk-faults.ts";
import { HSM_FAULTS } from "./en/hsm-faults.ts";
import { MEDIA_FAULTS } from "./en/media-faults.ts";
import { NETWORK_FAULTS } from "./en/network-faults.ts";
import { PIPE_FAULTS } from "./en/pipe-faults.ts";
import { PREFLIGHT_POINTS } from "./en/preflight-points.ts";
import { ROLES } from "./en/roles.ts";
import { USECASES_FAULTS } from "./en/usecases-faults.ts";
import { simpleParts } from "./message-parts.ts";
import type { Id, Value } from "./sentence.ts";

/** The texts of points before and after an activation, and the refusals that may be in them. */
const NOUNS = {
  "crypto-faults": CRYPTO_FAULTS,
  "disk-faults": DISK_FAULTS,
  "hsm-faults": HSM_FAULTS,
  "media-faults": MEDIA_FAULTS,
  "network-faults": NETWORK_FAULTS,
  "pipe-faults": PIPE_FAULTS,
  "preflight-points": PREFLIGHT_POINTS,
  roles: ROLES,
  "usecases-faults": USECASES_FAULTS,
};

/** A row as it appears in a text. */
interface Form {
  readonly id: Id;
  readonly text: RegExp;
  readonly holes: readonly string[];
  /** The number of characters outside holes: of several matches, the closest counts. */
  readonly weight: number;
}

/** The longest sentence of ours; a longer text could make the search slow on purpose. */
const LONGEST = 1000;

/** So many texts are kept with what was found: more than the points of a ceremony. */
const KEPT = 1000;

/** Made on demand: most programs never need it. */
let forms: readonly Form[] | undefined;

/** What was found before: each view of a ceremony asks for the texts of its points again. */
const found = new Map<string, Value>();

/**
 * A record's text about a point, as the sentence whose English it is. Its holes are resolved in the
 * same way; an unknown text is unchanged: someone else wrote it, or another version. Rows with
 * plurals or selects are not searched.
 */
export function recordedSentence(text: string): Value {
  if (text.length > LONGEST) return text;
  const sentence = found.get(text) ?? searched(text);
  if (found.size >= KEPT) found.clear();
  found.set(text, sentence);
  return sentence;
}

function searched(text: string): Value {
  forms ??= formsOf();
  for (const { id, text: form, holes } of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const given = holes.map((hole, i) => [hole, recordedSentence(match[i + 1] ?? "")] as const);
    if (given.some(([, one]) => isClause(one))) continue;
    return { id, with: Object.fromEntries(given) };
  }
  return text;
}

/** Not a name, and of no row: nobody reads half a sentence in their language. */
const isClause = (value: Value): boolean => typeof value === "string" && /[,;]|[.!?]$/.test(value);

const formsOf = (): readonly Form[] =>
  [
    ...Object.entries(NOUNS).flatMap(([noun, rows]) =>
      Object.entries(rows).map(([key, message]) => [`${noun}.${key}`, message] as const),
    ),
    ...Object.entries(EARLIER),
  ]
    .flatMap(([id, message]) => formOf(id as Id, message))
    .toSorted((a, b) => b.weight - a.weight);

function formOf(id: Id, message: string): readonly Form[] {
  const parts = simpleParts(message);
  if (parts === null) return [];
  const text = parts.flatMap((part) => (typeof part === "string" ? [part] : [])).join("");
  // A row that is only a hole would match everything, even itself.
  if (!/\p{L}/u.test(text)) return [];
  const form = parts.map((part) => (typeof part === "string" ? escaped(part) : "(.*?)"));
  return [
    {
      id,
      text: new RegExp(`^${form.join("")}$`, "su"),
      holes: parts.flatMap((part) => (typeof part === "string" ? [] : [part.hole])),
      weight: text.length,
    },
  ];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
