// The closed table of what is expected. Sentences are ours, numbers are those of the texts; what no
// record of ours can contain is always listed as missing, with where to look for it.
import type { CustodyAnswers } from "./custody-all.ts";
import type { RuleName } from "./custody-rules.ts";
import type { RecordEntry } from "./entries/entry.ts";
import type { EventData } from "./entries/index.ts";
import type { Standing } from "./standing.ts";
import type { State } from "./state.ts";

export type Framework =
  | "PCI DSS 4.0.1"
  | "ISO/IEC 27001:2022"
  | "NIST SP 800-57 Part 1 Rev. 5"
  | "Microsoft";

/** What an expectation looks at. */
export interface Known {
  readonly entries: readonly RecordEntry[];
  readonly state: State;
  readonly after: Standing;
  readonly answers: CustodyAnswers;
  /** Numbers of the entries of these types. */
  readonly seqs: (...types: readonly string[]) => readonly number[];
  /** Numbers of the entries that tell how the custody stands. */
  readonly custody: readonly number[];
}

/** What was found of one expectation: numbers of entries, and sentences of what is missing. */
export interface Found {
  readonly shown: readonly number[];
  readonly missing: readonly string[];
}

/** One expectation, in our words, with its number in the text it is from. */
export interface Expectation {
  readonly framework: Framework;
  readonly number: string;
  readonly expectation: string;
  readonly look: (known: Known) => Found;
}

const found = (shown: readonly number[], ...missing: readonly (string | false)[]): Found => ({
  shown,
  missing: missing.filter((one) => one !== false),
});

/** What is never in a record. */
const elsewhere =
  (...missing: readonly string[]) =>
  (): Found => ({ shown: [], missing });

const row =
  (framework: Framework) =>
  (number: string, expectation: string, look: Expectation["look"]): Expectation => ({
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

/** Below this an RSA key is not as strong as 128 bits (SP 800-57, table 2). */
const STRONG_BITS = 3072;

const shortKeys = ({ entries }: Known): string | false =>
  entries.some(
    ({ type, data }) => type === "key-made" && (data as EventData["key-made"]).bits < STRONG_BITS,
  ) && "Keys of 2048 bits give a strength of 112 bits. For long use, 3072 or 4096 are advised.";

const noCustody = ({ after }: Known) =>
  after.objects.length === 0 && "Where the media are stored, and who keeps them, is not recorded.";

/** Whether a step was performed that nobody confirmed. */
function unconfirmed({ entries, state }: Known): boolean {
  const performed = entries.filter(({ type }) => type === "step-performed").length;
  const ended = entries.filter(({ type }) => ["step-done", "handed-over"].includes(type)).length;
  const arrived = entries.filter(({ type }) => type === "taken-over").length;
  return state.aborted === null && performed + arrived > ended;
}

const closed = ({ state, seqs }: Known): Found =>
  found(
    seqs("act-signing", "act-signing-on-paper", "closing", "closing-on-paper", "signed"),
    !state.closed && "The record is not closed: nobody has signed it.",
    state.onPaper !== null && "The signatures are on paper, not in the record: keep that paper.",
  );

const dual = (known: Known): Found =>
  found(
    known.seqs("step-done", "handed-over", "quorum-proven", "blob-made", "dry-run-passed"),
    unconfirmed(known) && "A step was performed that nobody confirmed.",
    known.after.required === 1 && "One officer alone can open the security domain.",
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
      && "The security domain was not compared with the officers' certificates.",
    state.blob !== null
      && seqs("exchange-key-compared").length === 0
      && "The exchange key was not compared between the two stations.",
    state.judged?.verdict === "not-attested"
      && "Nothing proves that a genuine Managed HSM made the exchange key.",
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
    after.provenAt === "" && "No quorum was ever proven to open the security domain.",
    after.drilledAt === "" && "No recovery has ever found the HSM's keys again: run a drill.",
    after.backup.folder === ""
      && "No full backup is on record: the security domain alone cannot " + "bring any key back.",
  );

const troubles = ({ after, seqs }: Known): Found =>
  found(
    seqs("trouble-reported", "objects-destroyed", "seat-changed"),
    after.officers.some(({ trouble }) => trouble !== "")
      && "A problem with an officer's key was reported, and the key was not replaced.",
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
        `${view.sentence} Two people accepted it.`,
      );
    return found([], view?.sentence ?? "");
  };

/** In the order of the texts. */
export const EXPECTATIONS: readonly Expectation[] = [
  pci(
    "3.6.1",
    "Keys are with few people and in few places, and a key that protects other keys is "
      + "as strong as they are.",
    (known) =>
      found([...known.seqs("key-made"), ...known.custody], noCustody(known), shortKeys(known)),
  ),
  pci(
    "3.6.1.1",
    "Service providers document algorithms, protocols and keys, with strength, expiry "
      + "and use, keep test keys separate, and list their HSMs and secure devices.",
    ({ seqs }) =>
      found(
        seqs("opened", "key-made", "keys-compared"),
        "What the HSM's own keys protect, and who is responsible for each, is not in the record.",
      ),
  ),
  pci(
    "3.6.1.2",
    "Private keys are stored encrypted, in a secure device, or in shares.",
    ({ seqs }) => found(seqs("key-made", "key-opened", "key-checked", "quorum-proven")),
  ),
  pci("3.6.1.3", "As few custodians as possible have access to a key in the clear.", (known) =>
    found([...known.seqs("seat-taken"), ...known.custody], noCustody(known)),
  ),
  pci("3.6.1.4", "Keys are stored in as few places as possible.", (known) =>
    found(known.custody, noCustody(known)),
  ),
  pci("3.7.1", "Strong keys are generated.", strength),
  pci("3.7.2", "Keys are distributed securely.", ({ seqs }) =>
    found(
      seqs(
        "certificates-exported",
        "thumbprint-confirmed",
        "object-handed-off",
        "custody-recorded",
      ),
    ),
  ),
  pci("3.7.3", "Keys are stored securely.", (known) => {
    const { shown, missing } = rule("sealed")(known);
    return { shown, missing };
  }),
  pci(
    "3.7.4",
    "Keys are changed at the end of a period that was set for them.",
    elsewhere(
      "No date for new officers' keys is in the record, and a certificate's expiry is not one: set "
        + "one.",
    ),
  ),
  pci(
    "3.7.5",
    "Keys are retired, replaced or destroyed when weakened or possibly compromised.",
    troubles,
  ),
  pci(
    "3.7.6",
    "Handling a key in the clear by hand takes two people, each of whom knows only a " + "part.",
    dual,
  ),
  pci("3.7.7", "Nobody can substitute a key unnoticed.", substitution),
  pci(
    "3.7.8",
    "Custodians acknowledge in writing that they understand and accept their task.",
    elsewhere(
      "The record contains no acknowledgement: each custodian signs the form that is "
        + "printed with these minutes.",
    ),
  ),
  pci(
    "3.7.9",
    "Service providers guide customers who share keys with them.",
    elsewhere("Not in the record. It applies only to those who share keys with customers."),
  ),
  iso("A.8.24", "Rules for cryptography and keys are defined and followed.", (known) =>
    found(
      known.seqs("opened"),
      unconfirmed(known) && "A step was performed that nobody confirmed.",
      "The organisation's own rules on cryptography are not in the record.",
    ),
  ),
  iso("A.8.24, recovery", "Lost or damaged keys can be recovered.", recovery),
  iso("A.8.24, compromise", "Compromised keys are handled.", troubles),
  iso("A.8.24, logging", "What is done with keys is logged and can be audited.", closed),
  iso("A.5.3", "Conflicting duties are separated.", dual),
  iso("A.5.9, A.7.10", "Media are inventoried, and controlled through their whole life.", (known) =>
    found(
      [...known.custody, ...known.seqs("objects-destroyed")],
      noCustody(known),
      known.answers.gaps.length > 0 && "The chain of custody has gaps.",
    ),
  ),
  nist(
    "5.3",
    "A key has a defined period of use.",
    elsewhere("No period of use for the officers' keys is in the record."),
  ),
  nist(
    "5.6",
    "A key is strong enough for what it protects, for as long as that is needed.",
    strength,
  ),
  nist(
    "6",
    "Keys and information about them are protected against change and disclosure.",
    ({ seqs }) => found(seqs("key-made", "signer-bound", "act-signing", "closing")),
  ),
  nist("9.2", "There is an inventory of keys, and of where they are.", (known) =>
    found([...known.seqs("key-made", "keys-compared"), ...known.custody], noCustody(known)),
  ),
  nist("9.3", "Who had access to a key, and when, is known.", (known) =>
    found([...known.seqs("seat-taken", "bags-opened"), ...known.custody], noCustody(known)),
  ),
  nist("9.4", "What was done can be audited, and is reviewed regularly.", (known) => {
    const end = closed(known);
    const review = rule("review", "custody-attested")(known);
    return { shown: [...end.shown, ...review.shown], missing: [...end.missing, ...review.missing] };
  }),
  nist("9.5", "Keys survive the loss of places, people and equipment.", recovery),
  microsoft("Quorum", "Three or more officers must act together.", rule("quorum", "opened")),
  microsoft("Holders", "Nobody ever has the keys of a quorum.", rule("holders")),
  microsoft("Places", "Keys are stored in different places.", rule("sites")),
  microsoft(
    "Devices",
    "Keys are stored offline, each on its own device, in a safe.",
    rule("sealed"),
  ),
  microsoft("Records", "Every hand-off is documented.", rule("hand-offs")),
  microsoft(
    "Review",
    "Custody is reviewed at least every quarter.",
    rule("review", "custody-attested", "quorum-proven"),
  ),
  microsoft(
    "Backup",
    "The newest full backup is on record.",
    rule("backup", "backup-named", "backup-known"),
  ),
  microsoft("Drill", "Recovery is drilled on another HSM.", ({ after, seqs }) =>
    found(
      seqs("keys-compared"),
      after.drilledAt === "" && "No recovery has ever found every key again.",
    ),
  ),
  microsoft(
    "Alerts",
    "Each download of the security domain raises an alert and matches a record.",
    ({ seqs }) =>
      found(
        seqs("download-began", "domain-written"),
        "Azure's log is not in the record: compare each download in it with the records.",
      ),
  ),
];
