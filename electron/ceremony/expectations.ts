// The closed table of expectations. Sentences are ours, numbers are those of the texts; what no
// record of ours can contain is always listed as missing, with where to look for it.
import { sentence, type Id, type Sentence } from "../text/sentence.ts";
import type { CustodyAnswers } from "./custody-all.ts";
import type { RuleName } from "./custody-rules.ts";
import type { RecordEntry } from "../record/kind.ts";
import type { EventData } from "./entries/index.ts";
import type { Standing } from "./entries/standing.ts";
import type { State } from "./state.ts";

export type Framework =
  | "PCI DSS 4.0.1"
  | "ISO/IEC 27001:2022"
  | "NIST SP 800-57 Part 1 Rev. 5"
  | "Microsoft";

/** What an expectation examines. */
export interface Known {
  readonly entries: readonly RecordEntry[];
  readonly state: State;
  readonly after: Standing;
  readonly answers: CustodyAnswers;
  /** Numbers of the entries of these types. */
  readonly seqs: (...types: readonly string[]) => readonly number[];
  /** Numbers of the entries about the state of custody. */
  readonly custody: readonly number[];
}

/** The result of one expectation: numbers of entries, and sentences of what is missing. */
export interface Found {
  readonly shown: readonly number[];
  readonly missing: readonly Sentence[];
}

/** One expectation, in our words, with its number in its source. */
export interface Expectation {
  readonly framework: Framework;
  readonly number: string | Sentence;
  readonly expectation: Sentence;
  readonly look: (known: Known) => Found;
}

const found = (shown: readonly number[], ...missing: readonly (Sentence | false)[]): Found => ({
  shown,
  missing: missing.filter((one) => one !== false),
});

/** What is never in a record. */
const elsewhere =
  (...missing: readonly Sentence[]) =>
  (): Found => ({ shown: [], missing });

const row =
  (framework: Framework) =>
  (number: string | Sentence, expectation: Sentence, look: Expectation["look"]): Expectation => ({
    framework,
    number,
    expectation,
    look,
  });

const [pci, iso, nist, microsoft] = [
  row("PCI DSS 4.0.1"),
  row("ISO/IEC 27001:2022"),
  row("NIST SP 800-57 Part 1 Rev. 5"),
  row("Microsoft"),
];

/** The names of those without a number in their source. */
type Worded<I = Id> = I extends `expectations.${infer Key}.number` ? Key : never;
const worded = (key: Worded) =>
  [sentence(`expectations.${key}.number`), sentence(`expectations.${key}`)] as const;

/** Below this an RSA key is not as strong as 128 bits (SP 800-57, table 2). */
const STRONG_BITS = 3072;

const shortKeys = ({ entries }: Known): Sentence | false =>
  entries.some(
    ({ type, data }) => type === "key-made" && (data as EventData["key-made"]).bits < STRONG_BITS,
  ) && sentence("expectations.missing.short-keys");

const noCustody = ({ after }: Known) =>
  after.objects.length === 0 && sentence("expectations.missing.no-custody");

/** Whether a step was performed but never confirmed. */
function unconfirmed({ entries, state }: Known): boolean {
  const performed = entries.filter(({ type }) => type === "step-performed").length;
  const ended = entries.filter(({ type }) => ["step-done", "handed-over"].includes(type)).length;
  const arrived = entries.filter(({ type }) => type === "taken-over").length;
  return state.aborted === null && performed + arrived > ended;
}

const closed = ({ state, seqs }: Known): Found =>
  found(
    seqs("act-signing", "act-signing-on-paper", "closing", "closing-on-paper", "signed"),
    !state.closed && sentence("expectations.missing.open"),
    state.onPaper !== null && sentence("expectations.missing.on-paper"),
  );

const dual = (known: Known): Found =>
  found(
    known.seqs("step-done", "handed-over", "quorum-proven", "blob-made", "dry-run-passed"),
    unconfirmed(known) && sentence("expectations.missing.unconfirmed"),
    known.after.required === 1 && sentence("expectations.missing.one-officer"),
  );

const substitution = ({ state, seqs }: Known): Found =>
  found(
    seqs(
      "thumbprint-confirmed",
      "image-heard",
      "read-aloud",
      "domain-matched",
      "exchange-key-compared",
      "exchange-key-judged",
      "signer-bound",
      "seals-checked",
    ),
    state.domain !== null
      && seqs("domain-matched").length === 0
      && sentence("expectations.missing.domain-not-compared"),
    state.blob !== null
      && seqs("exchange-key-compared").length === 0
      && sentence("expectations.missing.exchange-key-not-compared"),
    state.judged?.verdict === "not-attested" && sentence("expectations.missing.not-attested"),
  );

const strength = (known: Known): Found => found(known.seqs("key-made"), shortKeys(known));

const recovery = ({ after, seqs }: Known): Found =>
  found(
    seqs(
      "quorum-proven",
      "dry-run-passed",
      "keys-compared",
      "key-checked",
      "domain-rehashed",
      "backup-known",
      "backup-named",
    ),
    after.provenAt === "" && sentence("expectations.missing.not-proven"),
    after.drilledAt === "" && sentence("expectations.missing.not-drilled"),
    after.backup.folder === "" && sentence("expectations.missing.no-backup"),
  );

const troubles = ({ after, seqs }: Known): Found =>
  found(
    seqs("trouble-reported", "objects-destroyed", "seat-changed"),
    after.officers.some(({ trouble }) => trouble !== "")
      && sentence("expectations.missing.trouble"),
  );

/** One of Microsoft's rules, as `custodyRules` sees it. */
const rule =
  (name: RuleName, ...types: readonly string[]) =>
  ({ answers, seqs, custody }: Known): Found => {
    const view = answers.rules.find((one) => one.rule === name);
    const seen = types.length === 0 ? custody : seqs(...types);
    if (view?.verdict === "kept") return found(seen.length === 0 ? custody : seen);
    if (view?.verdict === "deviation")
      return found(
        [...seqs("deviation-accepted"), ...custody],
        sentence("expectations.missing.accepted", { rule: view.sentence }),
      );
    return found([], view?.sentence ?? false);
  };

/** In the order of the texts. */
export const EXPECTATIONS: readonly Expectation[] = [
  pci("3.6.1", sentence("expectations.pci.3.6.1"), (known) =>
    found([...known.seqs("key-made"), ...known.custody], noCustody(known), shortKeys(known)),
  ),
  pci("3.6.1.1", sentence("expectations.pci.3.6.1.1"), ({ seqs }) =>
    found(seqs("opened", "key-made", "keys-compared"), sentence("expectations.missing.own-keys")),
  ),
  pci("3.6.1.2", sentence("expectations.pci.3.6.1.2"), ({ seqs }) =>
    found(seqs("key-made", "key-opened", "key-checked", "quorum-proven")),
  ),
  pci("3.6.1.3", sentence("expectations.pci.3.6.1.3"), (known) =>
    found([...known.seqs("seat-taken"), ...known.custody], noCustody(known)),
  ),
  pci("3.6.1.4", sentence("expectations.pci.3.6.1.4"), (known) =>
    found(known.custody, noCustody(known)),
  ),
  pci("3.7.1", sentence("expectations.pci.3.7.1"), strength),
  pci("3.7.2", sentence("expectations.pci.3.7.2"), ({ seqs }) =>
    found(
      seqs(
        "certificates-exported",
        "thumbprint-confirmed",
        "object-handed-off",
        "custody-recorded",
      ),
    ),
  ),
  pci("3.7.3", sentence("expectations.pci.3.7.3"), (known) => {
    const { shown, missing } = rule("sealed")(known);
    return { shown, missing };
  }),
  pci(
    "3.7.4",
    sentence("expectations.pci.3.7.4"),
    elsewhere(sentence("expectations.missing.no-date")),
  ),
  pci("3.7.5", sentence("expectations.pci.3.7.5"), troubles),
  pci("3.7.6", sentence("expectations.pci.3.7.6"), dual),
  pci("3.7.7", sentence("expectations.pci.3.7.7"), substitution),
  pci(
    "3.7.8",
    sentence("expectations.pci.3.7.8"),
    elsewhere(sentence("expectations.missing.no-acknowledgement")),
  ),
  pci(
    "3.7.9",
    sentence("expectations.pci.3.7.9"),
    elsewhere(sentence("expectations.missing.customers")),
  ),
  iso("A.8.24", sentence("expectations.iso.A.8.24"), (known) =>
    found(
      known.seqs("opened"),
      unconfirmed(known) && sentence("expectations.missing.unconfirmed"),
      sentence("expectations.missing.own-rules"),
    ),
  ),
  iso(...worded("iso.recovery"), recovery),
  iso(...worded("iso.compromise"), troubles),
  iso(...worded("iso.logging"), closed),
  iso("A.5.3", sentence("expectations.iso.A.5.3"), dual),
  iso("A.5.9, A.7.10", sentence("expectations.iso.A.5.9-A.7.10"), (known) =>
    found(
      [...known.custody, ...known.seqs("objects-destroyed")],
      noCustody(known),
      known.answers.gaps.length > 0 && sentence("expectations.missing.gaps"),
    ),
  ),
  nist(
    "5.3",
    sentence("expectations.nist.5.3"),
    elsewhere(sentence("expectations.missing.no-period")),
  ),
  nist("5.6", sentence("expectations.nist.5.6"), strength),
  nist("6", sentence("expectations.nist.6"), ({ seqs }) =>
    found(seqs("key-made", "signer-bound", "act-signing", "closing")),
  ),
  nist("9.2", sentence("expectations.nist.9.2"), (known) =>
    found([...known.seqs("key-made", "keys-compared"), ...known.custody], noCustody(known)),
  ),
  nist("9.3", sentence("expectations.nist.9.3"), (known) =>
    found([...known.seqs("seat-taken", "bags-opened"), ...known.custody], noCustody(known)),
  ),
  nist("9.4", sentence("expectations.nist.9.4"), (known) => {
    const end = closed(known);
    const review = rule("review", "custody-attested")(known);
    return { shown: [...end.shown, ...review.shown], missing: [...end.missing, ...review.missing] };
  }),
  nist("9.5", sentence("expectations.nist.9.5"), recovery),
  microsoft(...worded("microsoft.quorum"), rule("quorum", "opened")),
  microsoft(...worded("microsoft.holders"), rule("holders")),
  microsoft(...worded("microsoft.places"), rule("sites")),
  microsoft(...worded("microsoft.devices"), rule("sealed")),
  microsoft(...worded("microsoft.records"), rule("hand-offs")),
  microsoft(...worded("microsoft.review"), rule("review", "custody-attested", "quorum-proven")),
  microsoft(...worded("microsoft.backup"), rule("backup", "backup-named", "backup-known")),
  microsoft(...worded("microsoft.drill"), ({ after, seqs }) =>
    found(
      seqs("keys-compared"),
      after.drilledAt === "" && sentence("expectations.missing.never-drilled"),
    ),
  ),
  microsoft(...worded("microsoft.alerts"), ({ seqs }) =>
    found(seqs("download-began", "domain-written"), sentence("expectations.missing.azure-log")),
  ),
];
