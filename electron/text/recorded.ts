// Finds the sentence of a text again: records have what was found in English, and keep their bytes.
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

/** What points before and after an activation say, and the refusals that may stand in them. */
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

/** A row as it stands in a text. */
interface Form {
  readonly id: Id;
  readonly text: RegExp;
  readonly holes: readonly string[];
  /** How many characters are not holes: where several fit, the closest counts. */
  readonly weight: number;
}

/** No sentence of ours is longer; what is, is somebody's who wants us to search for long. */
const LONGEST = 1000;

/** Made when something is asked: most programs never are. */
let forms: readonly Form[] | undefined;

/**
 * What a record says of a point, as the sentence whose English it is. What stands in its holes is found so
 * too; what is of no row of ours stays as it is: somebody else wrote it, or a version with other words. Rows
 * that count or select are none.
 */
export function recordedSentence(text: string): Value {
  if (text.length > LONGEST) return text;
  forms ??= formsOf();
  for (const { id, text: form, holes } of forms) {
    const found = form.exec(text);
    if (found === null) continue;
    const given = holes.map((hole, i) => [hole, recordedSentence(found[i + 1] ?? "")] as const);
    if (given.some(([, one]) => isClause(one))) continue;
    return { id, with: Object.fromEntries(given) };
  }
  return text;
}

/** What is no name, and of no row: nobody reads half a sentence in their language. */
const isClause = (value: Value): boolean => typeof value === "string" && /[,;]|[.!?]$/.test(value);

const formsOf = (): readonly Form[] =>
  Object.entries(NOUNS)
    .flatMap(([noun, rows]) =>
      Object.entries(rows).flatMap(([key, message]) => formOf(`${noun}.${key}` as Id, message)),
    )
    .toSorted((a, b) => b.weight - a.weight);

function formOf(id: Id, message: string): readonly Form[] {
  const parts = simpleParts(message);
  if (parts === null) return [];
  const text = parts.flatMap((part) => (typeof part === "string" ? [part] : [])).join("");
  // What is nothing but a hole would be found in everything, and in itself.
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
