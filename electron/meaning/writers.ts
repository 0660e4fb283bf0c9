// Who writes which entry, and within a step of which kind; and what a kind demands before its step
// counts as performed. Plain data: `declared.json` has it too, for whoever reads records without us.
import type { KindName } from "../../ceremony-scripts/index.ts";

/**
 * Who an entry is by: a role; the app; `doer` and `confirmer` of the step that is now; `officer`,
 * whom its data names.
 */
export type Writer = "administrator" | "witness" | "app" | "doer" | "confirmer" | "officer";

/** Where an entry may stand. */
export interface Written {
  readonly by: readonly Writer[];
  /**
   * The kinds in whose step it stands, which has begun and is not performed; of `current` the step
   * is the one that is now, begun or not. Left out: between steps and in them.
   */
  readonly kinds?: readonly KindName[];
  readonly current?: true;
  /** It may stand after an abort. */
  readonly afterAbort?: true;
}

const by = (who: Writer, ...kinds: readonly KindName[]): Written =>
  kinds.length === 0 ? { by: [who] } : { by: [who], kinds };
const always = (who: Writer): Written => ({ by: [who], afterAbort: true });
const now = (who: Writer, ...kinds: readonly KindName[]): Written => ({
  by: [who],
  kinds,
  current: true,
});

const HSM = [
  "read-activation",
  "read-active",
  "download-domain",
  "download-again",
  "fetch-exchange-key",
  "upload-blob",
  "backup-empty",
  "restore-backup",
  "compare-keys",
] as const;

/** By the entry's type. */
export const WRITERS = {
  opened: by("administrator"),
  "step-began": by("app"),
  "step-performed": by("doer"),
  "step-done": by("confirmer"),
  "handed-over": by("confirmer"),
  "taken-over": by("doer"),
  chosen: by("doer", "choose"),
  "differences-acknowledged": now("confirmer", "open"),

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

  "key-making-began": by("officer", "make-key"),
  "unrecorded-removed": by("officer", "make-key"),
  "key-made": by("officer", "make-key"),
  "signer-bound": by("officer", "make-key"),
  "key-opened": by("officer", "make-key"),
  "thumbprint-confirmed": by("officer", "confirm-thumbprint"),
  "certificates-exported": by("administrator", "export-certificates"),
  "key-checked": by("officer", "check-key"),
  "trouble-reported": by("doer", "report-trouble"),

  "signed-in": now("administrator", ...HSM),
  "activation-read": by("app", "read-activation", "read-active"),
  "preflight-judged": by("app", "read-activation", "download-domain"),
  "point-accepted": now("administrator", "read-activation", "download-domain"),
  "aftercheck-judged": by("app", "download-domain"),
  "download-began": by("administrator", "download-domain", "download-again"),
  "download-again-decided": {
    by: ["administrator", "app"],
    kinds: ["download-domain", "download-again"],
  },
  "answer-received": by("app", "download-domain", "download-again"),
  "domain-written": by("app", "download-domain", "download-again"),
  "download-ended": by("app", "download-domain", "download-again"),
  "read-aloud": by("witness", "read-aloud"),
  "domain-matched": by("administrator", "match-domain"),
  "domain-rehashed": by("doer", "rehash-copy"),
  "domain-retired": by("doer", "retire-domain"),
  "domain-found": by("doer", "find-domain"),
  "quorum-proven": by("app", "prove-quorum"),

  "seals-checked": by("doer", "check-seals", "check-copy-seal", "check-objects"),
  "bags-opened": by("doer", "open-bag", "check-copy-seal"),
  "deviation-accepted": by("administrator", "record-custody", "take-into-custody"),
  "custody-recorded": by("administrator", "record-custody", "take-into-custody"),
  "hand-off-acknowledged": by("doer", "hand-off"),
  "object-handed-off": by("doer", "hand-off"),
  "objects-destroyed": by("doer", "destroy-old"),
  "part-taken": by("doer", "take-part"),
  "custody-attested": by("app", "attest-custody"),

  "backup-named": by("doer", "name-backup"),
  "backup-known": by("administrator", "know-backup"),
  "exchange-key-fetched": by("app", "fetch-exchange-key"),
  "exchange-key-judged": by("app", "compare-exchange-key"),
  "exchange-key-compared": by("witness", "compare-exchange-key"),
  "exchange-key-accepted": by("administrator", "compare-exchange-key"),
  "blob-made": by("app", "make-restore-blob"),
  "upload-began": by("administrator", "upload-blob"),
  "upload-ended": by("app", "upload-blob"),
  "backup-began": by("administrator", "backup-empty"),
  "backup-started": by("app", "backup-empty"),
  "backup-ended": by("app", "backup-empty"),
  "restore-waited": by("app", "restore-backup"),
  "restore-began": by("administrator", "restore-backup"),
  "restore-started": by("app", "restore-backup"),
  "restore-ended": by("app", "restore-backup"),
  "key-reader-named": by("administrator", "compare-keys"),
  "key-reader-removed": by("app", "compare-keys"),
  "recovery-compared": by("app", "compare-keys"),
  "keys-compared": by("app", "compare-keys"),
  "keys-not-compared": by("app", "compare-keys"),

  "act-signing": by("app", "sign-act"),
  "act-signing-on-paper": by("administrator", "sign-act"),
  "signer-known": { by: ["officer"], kinds: ["sign-act", "close"], afterAbort: true },
  closing: { by: ["app"], kinds: ["close"], afterAbort: true },
  "closing-on-paper": {
    by: ["administrator"],
    kinds: ["close", "close-on-paper"],
    afterAbort: true,
  },
  signed: always("officer"),
} as const satisfies Readonly<Record<string, Written>>;

/** Since the step last began, or at any time in the ceremony: what a crash need not write again. */
export interface Need {
  /** One of these types is enough. */
  readonly oneOf: readonly (keyof typeof WRITERS)[];
  readonly since: "run" | "ceremony";
}

const run = (...oneOf: Need["oneOf"]): Need => ({ oneOf, since: "run" });
const ever = (...oneOf: Need["oneOf"]): Need => ({ oneOf, since: "ceremony" });

/** What must stand before a step of this kind was performed. Kinds that are not here need nothing. */
export const NEEDS: Readonly<Partial<Record<KindName, readonly Need[]>>> = {
  "make-key": [ever("key-made"), ever("signer-bound"), run("key-opened")],
  "confirm-thumbprint": [run("thumbprint-confirmed")],
  "export-certificates": [run("certificates-exported")],
  "read-activation": [ever("preflight-judged"), run("activation-read")],
  "read-active": [run("activation-read")],
  "download-domain": [ever("answer-received"), ever("domain-written"), ever("download-ended")],
  "download-again": [ever("answer-received"), ever("domain-written"), ever("download-ended")],
  "read-aloud": [run("read-aloud")],
  "match-domain": [run("domain-matched")],
  "prove-quorum": [run("quorum-proven")],
  "record-custody": [run("custody-recorded")],
  "take-into-custody": [run("custody-recorded")],
  "know-backup": [run("backup-known")],
  "fetch-exchange-key": [run("exchange-key-fetched")],
  "compare-exchange-key": [
    run("exchange-key-judged"),
    run("exchange-key-compared"),
    run("exchange-key-accepted"),
  ],
  "make-restore-blob": [run("blob-made")],
  "upload-blob": [ever("upload-began"), ever("upload-ended")],
  "backup-empty": [ever("backup-began"), ever("backup-ended")],
  "restore-backup": [ever("restore-waited"), ever("restore-began"), ever("restore-ended")],
  "compare-keys": [run("keys-compared", "keys-not-compared")],
  "check-seals": [run("seals-checked")],
  "check-copy-seal": [run("seals-checked"), run("bags-opened")],
  "check-objects": [run("seals-checked")],
  "open-bag": [run("bags-opened")],
  "check-key": [run("key-checked")],
  "report-trouble": [run("trouble-reported")],
  "rehash-copy": [run("domain-rehashed")],
  "take-part": [run("part-taken")],
  "name-backup": [run("backup-named")],
  "attest-custody": [run("custody-attested")],
  "hand-off": [run("hand-off-acknowledged"), run("object-handed-off")],
  "find-domain": [run("domain-found")],
  "retire-domain": [run("domain-retired")],
  "destroy-old": [run("objects-destroyed")],
  choose: [run("chosen")],
  "sign-act": [run("act-signing", "act-signing-on-paper")],
};
