// One sentence for each entry of the record. The officer's mark and the time are beside it. Where the
// minutes say the same, it is the same row.
import {
  and,
  capital,
  fromScript,
  list,
  sentence,
  type Given,
  type Id,
  type Sentence,
  type Value,
} from "../../electron/text/text.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import { scriptTitle } from "./audit.ts";
import { roleInText, roleOf, stationOf } from "./frame.ts";
import { mediumOf, objectIn, seatOf } from "./objects.ts";
import { said } from "./say.ts";

/** A line of the ledger in the view: with the facts of its type. */
export type LedgerLine = NonNullable<WindowView["ceremony"]>["ledger"][number];

type LineType = LedgerLine["type"];
type FactsOf<Type extends LineType> = Extract<LedgerLine, { readonly type: Type }>["facts"];

/** The context of the facts. */
interface Around {
  /** The entry's officer, otherwise its author: "officer 2", and "Officer 2". */
  readonly officer: Value;
  readonly who: Value;
  readonly isOfficer: boolean;
  readonly station: string;
  readonly titleOf: (step: string) => Value;
}

type Doer = Pick<Around, "officer" | "who">;

/** Types whose sentence has no holes but for their facts, and who wrote it. */
type Plain = {
  [Type in LineType]: `ledger.${Type}` extends infer I extends Id
    ? Given<I> extends []
      ? Type
      : [[FactsOf<Type>] extends [never] ? Doer : Doer & FactsOf<Type>] extends Given<I>
        ? Type
        : never
    : never;
}[LineType];

/** What the others say, and those that show a fact in other words. */
type Sentences = {
  readonly [Type in Exclude<LineType, Plain>]: (facts: FactsOf<Type>, around: Around) => Sentence;
} & {
  readonly [Type in Plain]?: (facts: FactsOf<Type>, around: Around) => Sentence;
};

const SENTENCES: Sentences = {
  opened: ({ script, hsm, mode }) =>
    sentence("ledger.opened", {
      script,
      title: scriptTitle(script),
      hsm,
      mode: sentence(`ledger.mode.${mode}`),
    }),
  "exception-noted": ({ happened, decided, decision }) =>
    sentence("ledger.exception-noted", {
      happened: whole(happened),
      decided: whole(decided),
      decision,
    }),
  "incident-found": ({ medium }) =>
    sentence("ledger.incident-found", { medium, name: mediumOf(medium) }),
  refused: ({ code }) =>
    code === "E-WORDS-LINE"
      ? sentence("ledger.misheard", { code })
      : sentence("entries.refused", { code }),
  "seat-changed": ({ how, from, to, toRole, reason }) =>
    sentence("ledger.seat-changed", {
      ...{ how, from, to },
      ...{ role: roleInText(toRole), reason: whole(reason) },
    }),
  aborted: ({ reason, decidedBy }) =>
    sentence("entries.aborted", { who: roles(decidedBy), reason: whole(reason) }),
  "seats-simulated": ({ roles: simulated }) =>
    simulated.length === 0
      ? sentence("entries.nobody-simulated")
      : sentence("entries.seats-simulated", { roles: and(simulated.map(roleInText)) }),
  "step-began": ({ step }, { titleOf }) => sentence("ledger.step-began", { step: titleOf(step) }),
  "network-seen": ({ up }) =>
    up.length === 0
      ? sentence("ledger.device-seen")
      : sentence("ledger.network-seen", { up: list(up) }),
  "step-performed": ({ step }, { titleOf }) =>
    sentence("ledger.step-performed", { step: titleOf(step) }),
  "step-done": ({ step }, { titleOf }) => sentence("ledger.step-done", { step: titleOf(step) }),
  "thumbprint-confirmed": (_, { officer, station }) =>
    sentence("ledger.thumbprint-confirmed", { officer, station: stationOf(station) }),
  "point-accepted": ({ sentence: point, reason, decidedBy }) =>
    sentence("entries.point-accepted", { who: roles(decidedBy), point, reason: whole(reason) }),
  "activation-read": ({ state }) =>
    sentence("ledger.activation-read", { state: activation(state) }),
  "download-again-decided": ({ reason, decidedBy }) =>
    sentence("entries.download-again-decided", { who: roles(decidedBy), reason: whole(reason) }),
  "answer-received": ({ size }) => sentence("ledger.answer-received", { size: bytes(size) }),
  "domain-written": ({ size, sha256 }) =>
    sentence("ledger.domain-written", { size: bytes(size), sha256: short(sha256) }),
  "download-ended": ({ state }) => sentence("ledger.download-ended", { state: activation(state) }),
  "read-aloud": ({ what }) =>
    sentence("ledger.read-aloud", { what: sentence(`ledger.heard.${what}`) }),
  "domain-retired": ({ sha256 }) => sentence("ledger.domain-retired", { sha256: short(sha256) }),
  "domain-found": ({ sha256, origin }) =>
    sentence("ledger.domain-found", { sha256: short(sha256), origin: whole(origin) }),
  chosen: ({ step, goTo }, { titleOf }) =>
    sentence("entries.chosen", { decision: titleOf(step), step: titleOf(goTo) }),
  "seals-checked": ({ seals, asLeft }, { isOfficer, officer }) => {
    const differ = seals - asLeft;
    return isOfficer
      ? sentence("ledger.officers-seals-checked", { officer, seals, differ })
      : sentence("ledger.seals-checked", { seals, differ });
  },
  "domain-rehashed": ({ sha256 }) => sentence("ledger.domain-rehashed", { sha256: short(sha256) }),
  "trouble-reported": ({ trouble }, { officer }) =>
    sentence("ledger.trouble-reported", {
      officer,
      trouble: sentence(`ledger.troubles.${trouble}`),
    }),
  "object-handed-off": ({ object, from, to }) =>
    sentence("ledger.object-handed-off", { object, name: officersObject(object), from, to }),
  "part-taken": ({ closed }, { officer }) => sentence(`ledger.part-taken.${closed}`, { officer }),
  "custody-attested": ({ health }) => sentence(`ledger.health.${health}`),
  "deviation-accepted": ({ rule, reason, decidedBy }) =>
    sentence("entries.deviation-accepted", { who: roles(decidedBy), rule, reason: whole(reason) }),
  "exchange-key-fetched": ({ thumbprint }) =>
    sentence("ledger.exchange-key-fetched", { thumbprint: short(thumbprint) }),
  "exchange-key-judged": ({ verdict }) => sentence(`ledger.exchange-key-judged.${verdict}`),
  "exchange-key-accepted": ({ attested, decidedBy }) =>
    attested
      ? sentence("entries.exchange-key-accepted")
      : sentence("entries.exchange-key-trusted", { who: roles(decidedBy) }),
  "refusal-accepted": ({ code, decidedBy }) =>
    sentence("entries.refusal-accepted", { who: roles(decidedBy), code }),
  "blob-made": ({ size }) => sentence("ledger.blob-made", { size: bytes(size) }),
  "upload-ended": ({ state }) => sentence("ledger.upload-ended", { state: activation(state) }),
  "backup-began": ({ storage }) => sentence(`ledger.backup-began.${storage}`),
  "restore-began": ({ folder, storage }) =>
    sentence("entries.restore-began", { folder, way: sentence(`entries.way.${storage}`) }),
  "act-signing": ({ act, present }) =>
    sentence("entries.act-signing", { act: fromScript(act), who: and(present.map(roleInText)) }),
  "act-signing-on-paper": ({ act, present }) =>
    sentence("entries.act-signing-on-paper", {
      act: fromScript(act),
      who: and(present.map(roleInText)),
    }),
  "closing-on-paper": ({ present }) =>
    sentence("entries.closing-on-paper", { who: and(present.map(roleInText)) }),
  closing: ({ present }) => sentence("entries.closing", { who: and(present.map(roleInText)) }),
};

/** "Administrator and witness", at the start of a sentence. */
const roles = (all: readonly string[]): Value => capital(and(all.map(roleInText)));

const activation = (state: string): Value =>
  isActivation(state) ? sentence(`ledger.activation.${state}`) : state;

const ACTIVATIONS = ["NotActivated", "Active", "Failed", "Unknown"] as const;
const isActivation = (state: string): state is (typeof ACTIVATIONS)[number] =>
  ACTIVATIONS.some((one) => one === state);

/** An entry of the record as one sentence. @param titleOf the title of a step by its id */
export function ledgerSentence(line: LedgerLine, titleOf: (id: string) => Value): string {
  const { seat, by, station, type, facts } = line;
  const role = seat === null ? by : `officer-${seat}`;
  const doer: Doer = { officer: roleInText(role), who: roleOf(role) };
  // Sentence and facts are of the same type, which the compiler cannot follow through the table.
  const sentenceOf = SENTENCES[type] as
    | ((of: LedgerLine["facts"], around: Around) => Sentence)
    | undefined;
  return said(
    sentenceOf?.(facts, { ...doer, isOfficer: seat !== null, station, titleOf }) ?? {
      id: `ledger.${type as Plain}`,
      with: { ...doer, ...(facts as Sentence["with"]) },
    },
  );
}

/** An object with its owner. */
function officersObject(name: string): Value {
  const seat = seatOf(name);
  const object = objectIn(name);
  return seat === null
    ? object
    : sentence("ledger.objectOf", { object, officer: roleInText(`officer-${seat}`) });
}

/** The first eight digits of a digest, in two groups. */
const short = (hex: string): Sentence =>
  sentence("ledger.digest", { first: hex.slice(0, 4), second: hex.slice(4, 8) });

/** "12 345 bytes". */
const bytes = (size: number): Sentence =>
  sentence("ledger.bytes", { size: String(size).replace(/\B(?=(\d{3})+$)/g, "\u00a0") });

/** People's sentence, ending in one full stop. */
const whole = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
