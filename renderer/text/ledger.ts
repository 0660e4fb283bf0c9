// One sentence for each entry of the record. The officer's mark and the time stand beside it. Where it
// is the one of the minutes (`entries`), it is the same row.
import {
  and,
  capital,
  fromScript,
  list,
  sentence,
  type Sentence,
  type Value,
} from "../../electron/text/text.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import { scriptTitle } from "./audit.ts";
import { roleInText, roleOf, stationOf } from "./frame.ts";
import { mediumOf, objectIn, seatOf } from "./objects.ts";
import { said } from "./say.ts";

/** A line of the ledger, as the view has it: with the facts of its type. */
export type LedgerLine = NonNullable<WindowView["ceremony"]>["ledger"][number];

type LineType = LedgerLine["type"];
type FactsOf<Type extends LineType> = Extract<LedgerLine, { readonly type: Type }>["facts"];

/** What is beside the facts. */
interface Around {
  /** The officer that the entry is about; else who wrote it: "officer 2", and "Officer 2". */
  readonly officer: Value;
  readonly who: Value;
  readonly isOfficer: boolean;
  readonly station: string;
  readonly titleOf: (step: string) => Value;
}

type Sentences = {
  readonly [Type in LineType]: (facts: FactsOf<Type>, around: Around) => Sentence;
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
  "room-witnessed": ({ projector, camera }) =>
    sentence("entries.room-witnessed", { projector, camera }),
  "seat-taken": (_, { who }) => sentence("entries.seat-taken", { who }),
  "recess-began": () => sentence("ledger.recess-began"),
  "recess-ended": () => sentence("ledger.recess-ended"),
  resumed: () => sentence("ledger.resumed"),
  "seat-changed": ({ from, to, toRole, reason }) =>
    sentence("ledger.seat-changed", { from, to, role: roleInText(toRole), reason: whole(reason) }),
  aborted: ({ reason, decidedBy }) =>
    sentence("entries.aborted", { who: roles(decidedBy), reason: whole(reason) }),
  "trial-begun": () => sentence("ledger.trial-begun"),
  "seats-simulated": ({ roles: simulated }) =>
    simulated.length === 0
      ? sentence("entries.nobody-simulated")
      : sentence("entries.seats-simulated", { roles: and(simulated.map(roleInText)) }),
  "trial-told": () => sentence("ledger.trial-told"),
  "step-began": ({ step }, { titleOf }) => sentence("ledger.step-began", { step: titleOf(step) }),
  "clock-jumped": ({ before, after }) => sentence("entries.clock-jumped", { after, before }),
  "network-seen": ({ up }) =>
    up.length === 0
      ? sentence("ledger.device-seen")
      : sentence("ledger.network-seen", { up: list(up) }),
  "step-performed": ({ step }, { titleOf }) =>
    sentence("ledger.step-performed", { step: titleOf(step) }),
  "step-done": ({ step }, { titleOf }) => sentence("ledger.step-done", { step: titleOf(step) }),
  "key-making-began": (_, { officer }) => sentence("ledger.key-making-began", { officer }),
  "unrecorded-removed": (_, { officer }) => sentence("ledger.unrecorded-removed", { officer }),
  "key-made": ({ bits }, { officer }) => sentence("ledger.key-made", { officer, bits }),
  "key-opened": (_, { who }) => sentence("ledger.key-opened", { who }),
  "passphrase-refused": (_, { officer }) => sentence("entries.passphrase-refused", { officer }),
  "thumbprint-confirmed": (_, { officer, station }) =>
    sentence("ledger.thumbprint-confirmed", { officer, station: stationOf(station) }),
  "certificates-exported": () => sentence("ledger.certificates-exported"),
  "handed-over": ({ to }) => sentence("entries.handed-over", { to }),
  "taken-over": ({ from }) => sentence("entries.taken-over", { from }),
  "signed-in": ({ name, id }) => sentence("ledger.signed-in", { name, id }),
  "preflight-judged": () => sentence("ledger.preflight-judged"),
  "point-accepted": ({ sentence: point, reason, decidedBy }) =>
    sentence("entries.point-accepted", { who: roles(decidedBy), point, reason: whole(reason) }),
  "aftercheck-judged": () => sentence("ledger.aftercheck-judged"),
  "activation-read": ({ state }) =>
    sentence("ledger.activation-read", { state: activation(state) }),
  "download-began": ({ certificates, required }) =>
    sentence("entries.download-began", { certificates, required }),
  "download-again-decided": ({ reason, decidedBy }) =>
    sentence("entries.download-again-decided", { who: roles(decidedBy), reason: whole(reason) }),
  "answer-received": ({ size }) => sentence("ledger.answer-received", { size: bytes(size) }),
  "domain-written": ({ size, sha256 }) =>
    sentence("ledger.domain-written", { size: bytes(size), sha256: short(sha256) }),
  "download-ended": ({ state }) => sentence("ledger.download-ended", { state: activation(state) }),
  "read-aloud": ({ what }) =>
    sentence("ledger.read-aloud", { what: sentence(`ledger.heard.${what}`) }),
  "domain-matched": () => sentence("ledger.domain-matched"),
  "quorum-proven": ({ required }) => sentence("ledger.quorum-proven", { required }),
  "domain-retired": ({ sha256 }) => sentence("ledger.domain-retired", { sha256: short(sha256) }),
  "domain-found": ({ sha256, origin }) =>
    sentence("ledger.domain-found", { sha256: short(sha256), origin: whole(origin) }),
  chosen: ({ goTo }, { titleOf }) => sentence("entries.chosen", { step: titleOf(goTo) }),
  "seals-checked": ({ seals, asLeft }, { isOfficer, officer }) => {
    const differ = seals - asLeft;
    return isOfficer
      ? sentence("ledger.officers-seals-checked", { officer, seals, differ })
      : sentence("ledger.seals-checked", { seals, differ });
  },
  "seals-photographed": ({ photographs }) => sentence("ledger.seals-photographed", { photographs }),
  "bags-opened": () => sentence("ledger.bags-opened"),
  "key-checked": (_, { officer }) => sentence("ledger.key-checked", { officer }),
  "domain-rehashed": ({ sha256 }) => sentence("ledger.domain-rehashed", { sha256: short(sha256) }),
  "trouble-reported": ({ trouble }, { officer }) =>
    sentence("ledger.trouble-reported", {
      officer,
      trouble: sentence(`ledger.troubles.${trouble}`),
    }),
  "object-handed-off": ({ object, from, to }) =>
    sentence("ledger.object-handed-off", { object, name: officersObject(object), from, to }),
  "hand-off-acknowledged": () => sentence("ledger.hand-off-acknowledged"),
  "objects-destroyed": () => sentence("ledger.objects-destroyed"),
  "part-taken": ({ closed }, { officer }) => sentence(`ledger.part-taken.${closed}`, { officer }),
  "backup-named": ({ folder }) => sentence("ledger.backup-named", { folder }),
  "custody-attested": ({ health }) => sentence(`ledger.health.${health}`),
  "custody-recorded": ({ objects }) => sentence("entries.custody-recorded", { objects }),
  "deviation-accepted": ({ rule, reason, decidedBy }) =>
    sentence("entries.deviation-accepted", { who: roles(decidedBy), rule, reason: whole(reason) }),
  "backup-known": ({ folder }) => sentence("ledger.backup-known", { folder }),
  "exchange-key-fetched": ({ thumbprint }) =>
    sentence("ledger.exchange-key-fetched", { thumbprint: short(thumbprint) }),
  "exchange-key-judged": ({ verdict }) => sentence(`ledger.exchange-key-judged.${verdict}`),
  "exchange-key-compared": () => sentence("ledger.exchange-key-compared"),
  "exchange-key-accepted": ({ attested, decidedBy }) =>
    attested
      ? sentence("entries.exchange-key-accepted")
      : sentence("entries.exchange-key-trusted", { who: roles(decidedBy) }),
  "refusal-accepted": ({ code, decidedBy }) =>
    sentence("entries.refusal-accepted", { who: roles(decidedBy), code }),
  "dry-run-passed": ({ entries }) => sentence("ledger.dry-run-passed", { entries }),
  "blob-made": ({ size }) => sentence("ledger.blob-made", { size: bytes(size) }),
  "upload-began": () => sentence("ledger.upload-began"),
  "upload-ended": ({ state }) => sentence("ledger.upload-ended", { state: activation(state) }),
  "backup-ended": () => sentence("ledger.backup-ended"),
  "backup-began": ({ storage }) => sentence(`ledger.backup-began.${storage}`),
  "backup-started": () => sentence("ledger.backup-started"),
  "restore-waited": ({ waited }) => sentence("ledger.restore-waited", { waited }),
  "restore-started": () => sentence("ledger.restore-started"),
  "key-reader-named": ({ principal, temporary }) =>
    sentence("ledger.key-reader-named", { temporary, principal }),
  "key-reader-removed": () => sentence("ledger.key-reader-removed"),
  "recovery-compared": ({ keysBack, rolesBack, keysMissing, rolesMissing }) =>
    sentence("ledger.recovery-compared", { keysBack, rolesBack, keysMissing, rolesMissing }),
  "restore-began": ({ folder, storage }) =>
    sentence("entries.restore-began", { folder, way: sentence(`entries.way.${storage}`) }),
  "restore-ended": ({ folder }) => sentence("entries.restore-ended", { folder }),
  "keys-not-compared": () => sentence("ledger.keys-not-compared"),
  "keys-compared": () => sentence("ledger.keys-compared"),
  "image-heard": () => sentence("ledger.image-heard"),
  "differences-acknowledged": () => sentence("ledger.differences-acknowledged"),
  "signer-bound": (_, { officer }) => sentence("entries.signer-bound", { officer }),
  "signer-known": (_, { officer }) => sentence("entries.signer-known", { officer }),
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
  signed: (_, { who }) => sentence("entries.signed", { who }),
};

/** "Administrator and witness", who begin a sentence. */
const roles = (all: readonly string[]): Value => capital(and(all.map(roleInText)));

const activation = (state: string): Value =>
  isActivation(state) ? sentence(`ledger.activation.${state}`) : state;

const ACTIVATIONS = ["NotActivated", "Active", "Failed", "Unknown"] as const;
const isActivation = (state: string): state is (typeof ACTIVATIONS)[number] =>
  ACTIVATIONS.some((one) => one === state);

/**
 * An entry of the record as one sentence.
 * @param titleOf the title of a step by its id
 */
export function ledgerSentence(line: LedgerLine, titleOf: (id: string) => Value): string {
  const { seat, by, station, type, facts } = line;
  const role = seat === null ? by : `officer-${seat}`;
  // Sentence and facts are of the same type, which the compiler cannot follow through the table.
  const sentenceOf = SENTENCES[type] as (of: LedgerLine["facts"], around: Around) => Sentence;
  return said(
    sentenceOf(facts, {
      officer: roleInText(role),
      who: roleOf(role),
      isOfficer: seat !== null,
      station,
      titleOf,
    }),
  );
}

/** An object, with whose it is. */
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

/** A sentence as people wrote it, with one full stop at its end. */
const whole = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
