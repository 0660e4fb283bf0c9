// What differs between this ceremony and the last: people, script, program, seals. The witness
// acknowledges there what its opening shows.
import type { Difference } from "./entries/difference.ts";
import type { RecordEntry } from "../record/kind.ts";
import type { EventData } from "./entries/index.ts";
import type { SealFound } from "./entries/seal.ts";
import { alike } from "../record/plain.ts";
import { NO_LAST } from "./entries/standing.ts";

/** The differences that an opening shows. A role not filled, or not recorded, does not differ. */
export function openingDifferences(opened: EventData["opened"]): readonly Difference[] {
  const [earlier] = opened.earlier;
  if (earlier === undefined) return [];
  const { people, software, scripts } = earlier.last ?? NO_LAST;
  const known = [
    ...people.filter(({ role }) => !role.startsWith("officer-")),
    ...earlier.officers.map(({ officer, name }) => ({ role: officer, name })),
  ];
  return [
    ...opened.participants.flatMap(({ role, name }) =>
      changed("person", role, known.find((one) => one.role === role)?.name, name),
    ),
    ...changed(
      "script",
      opened.script,
      scripts.find(({ script }) => script === opened.script)?.sha256,
      opened.scriptSha256,
    ),
    ...PROGRAM.flatMap((kind) => changed(kind, "", software[kind], opened.software[kind])),
  ];
}

const PROGRAM = ["version", "commit", "runtime", "system", "program"] as const;

function changed(
  kind: Difference["kind"],
  of: string,
  before: string | undefined,
  now: string | undefined,
): readonly Difference[] {
  if (before === undefined || before === "" || now === undefined) return [];
  return (kind === "person" ? alike(before, now) : before === now)
    ? []
    : [{ kind, of, before, now }];
}

/** All differences that a record shows: its opening's, and seals that were not as recorded. */
export function differencesOf(entries: readonly RecordEntry[]): readonly Difference[] {
  const [first] = entries;
  const opened = first?.type === "opened" ? (first.data as EventData["opened"]) : null;
  const seals = entries.flatMap(({ type, data }) =>
    type === "seals-checked" ? (data as EventData["seals-checked"]).seals : [],
  );
  return [...(opened === null ? [] : openingDifferences(opened)), ...seals.flatMap(ofSeal)];
}

function ofSeal({ object, expected, found, condition }: SealFound): readonly Difference[] {
  const now = condition === "intact" ? found : `${found} (${condition})`.trim();
  return alike(expected, now) ? [] : [{ kind: "seal", of: object, before: expected, now }];
}
