// Who writes which entry. In which kinds of step it is written, the kinds declare; `declared.json` has
// both, for whoever reads records without us.
import { KINDS, kindOf, type KindName } from "../../ceremony-scripts/index.ts";

/**
 * Who an entry is by: a role; the app; `doer` and `confirmer` of the step that is now; `officer`,
 * whom its data names.
 */
export type Writer = "administrator" | "witness" | "app" | "doer" | "confirmer" | "officer";

/** How an entry is written. */
export interface Written {
  readonly by: readonly Writer[];
  /** Of the kinds that write it the step is the one that is now, whether it is under way or not. */
  readonly current?: true;
  /** It may be written after an abort, in no step. */
  readonly afterAbort?: true;
}

const by = (who: Writer): Written => ({ by: [who] });
const always = (who: Writer): Written => ({ by: [who], afterAbort: true });
const now = (who: Writer): Written => ({ by: [who], current: true });

/** By the entry's type. */
export const WRITERS = {
  opened: by("administrator"),
  "step-began": by("app"),
  "clock-jumped": by("app"),
  "network-seen": always("app"),
  "step-performed": by("doer"),
  "step-done": by("confirmer"),
  "handed-over": by("confirmer"),
  "taken-over": by("doer"),
  chosen: by("doer"),
  "image-heard": now("confirmer"),
  "differences-acknowledged": now("confirmer"),

  "seat-taken": always("officer"),
  "room-witnessed": always("witness"),
  "passphrase-refused": always("officer"),
  "seat-changed": by("administrator"),
  "exception-noted": always("administrator"),
  "incident-found": always("app"),
  refused: always("app"),
  "refusal-accepted": by("administrator"),
  "recess-began": by("administrator"),
  "recess-ended": by("witness"),
  resumed: always("witness"),
  aborted: by("administrator"),
  "trial-begun": by("app"),
  "trial-told": always("app"),
  "seats-simulated": always("app"),

  "key-making-began": by("officer"),
  "unrecorded-removed": by("officer"),
  "key-made": by("officer"),
  "signer-bound": by("officer"),
  "key-opened": by("officer"),
  "thumbprint-confirmed": by("officer"),
  "certificates-exported": by("administrator"),
  "key-checked": by("officer"),
  "trouble-reported": by("doer"),

  "signed-in": now("administrator"),
  "activation-read": by("app"),
  "preflight-judged": by("app"),
  "point-accepted": now("administrator"),
  "aftercheck-judged": by("app"),
  "download-began": by("administrator"),
  "download-again-decided": { by: ["administrator", "app"] },
  "answer-received": by("app"),
  "domain-written": by("app"),
  "download-ended": by("app"),
  "read-aloud": by("witness"),
  "domain-matched": by("administrator"),
  "domain-rehashed": by("doer"),
  "domain-retired": by("doer"),
  "domain-found": by("doer"),
  "quorum-proven": by("app"),
  "dry-run-passed": by("app"),

  "seals-checked": by("doer"),
  "seals-photographed": by("administrator"),
  "bags-opened": by("doer"),
  "deviation-accepted": by("administrator"),
  "custody-recorded": by("administrator"),
  "hand-off-acknowledged": by("doer"),
  "object-handed-off": by("doer"),
  "objects-destroyed": by("doer"),
  "part-taken": by("doer"),
  "custody-attested": by("app"),

  "backup-named": by("doer"),
  "backup-known": by("administrator"),
  "exchange-key-fetched": by("app"),
  "exchange-key-judged": by("app"),
  "exchange-key-compared": by("witness"),
  "exchange-key-accepted": by("administrator"),
  "blob-made": by("app"),
  "upload-began": by("administrator"),
  "upload-ended": by("app"),
  "backup-began": by("administrator"),
  "backup-started": by("app"),
  "backup-ended": by("app"),
  "restore-waited": by("app"),
  "restore-began": by("administrator"),
  "restore-started": by("app"),
  "restore-ended": by("app"),
  "key-reader-named": by("administrator"),
  "key-reader-removed": by("app"),
  "recovery-compared": by("app"),
  "keys-compared": by("app"),
  "keys-not-compared": by("app"),

  "act-signing": by("app"),
  "act-signing-on-paper": by("administrator"),
  "signer-known": always("officer"),
  closing: always("app"),
  "closing-on-paper": always("administrator"),
  signed: always("officer"),
} as const satisfies Readonly<Record<string, Written>>;

const names = Object.keys(KINDS) as KindName[];

const writing: ReadonlyMap<string, readonly KindName[]> = new Map(
  Object.keys(WRITERS).map((type) => [
    type,
    names.filter((name) => kindOf(name).writes.includes(type)),
  ]),
);

/** The kinds in whose steps alone it is written; none of what is written anywhere. */
export const kindsThatWrite = (type: string): readonly KindName[] => writing.get(type) ?? [];

/** What a step's record must have: one of these types, in its run or anywhere before. */
export interface Need {
  readonly oneOf: readonly (keyof typeof WRITERS)[];
  readonly since: "run" | "ceremony";
}

/** What must be in the record before a step of this kind counts as performed. */
export function needsOf(kind: KindName): readonly Need[] {
  const { owes, owesOnce } = kindOf(kind);
  const needs = (all: readonly string[], since: Need["since"]) =>
    all.map((one) => ({ oneOf: one.split(" or ") as Need["oneOf"], since }));
  return [...needs(owesOnce, "ceremony"), ...needs(owes, "run")];
}
