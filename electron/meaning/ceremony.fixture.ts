// Honest ceremonies, generated: by any script of the app, with exceptions, recesses, substitutes,
// repeated steps, incidents, resumptions and aborts, as the app itself would write them.
import {
  kindOf,
  readScript,
  recounts,
  renews,
  withCounts,
  type Counts,
  type Script,
  type Station,
  type Step,
} from "../../ceremony-scripts/index.ts";
import { fromHex, sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  actSeats,
  changedByPart,
  checkCustody,
  consentOf,
  countsOf,
  copyObject,
  custodyHealth,
  custodyObjects,
  deviationsWanted,
  domainNameAfter,
  fold,
  handOffsOf,
  imageIn,
  INITIAL,
  numbersRead,
  photographsBefore,
  keptKeyOf,
  keyNamesOf,
  knownOf,
  mayChangeSeat,
  nextStep,
  officerOf,
  openingDifferences,
  openObjects,
  remainsOf,
  oldObjects,
  openingWanted,
  sealedObjects,
  seatsOf,
  signingSeats,
  standingOf,
  leftBy,
  systemWithImage,
  thumbprintOf,
  type CustodyObject,
  type Earlier,
  type EventData,
  type State,
} from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { NEWEST } from "./breach.ts";
import { draftOf, sealed, type Draft, type Drafted } from "./drafts.fixture.ts";
import { scriptNamed, knownScripts } from "./known-script.ts";
import { HSM, NEW_HSM, type Key, type Pair, type Pool } from "./pool.fixture.ts";

/** Numbers in [0, 1) from a seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What may happen beside the script; nothing unless given. */
export interface Happening {
  /** How often, of a hundred, something does. */
  readonly often: number;
  /** Whether it may be aborted. */
  readonly mayAbort: boolean;
  /** The id of a step before which it is aborted. */
  readonly abortedBefore?: string;
}
export const UNEVENTFUL: Happening = { often: 0, mayAbort: false };

/** What there is around a ceremony. */
interface Around {
  readonly happening?: Happening;
  readonly parts?: ReadonlyMap<string, Ceremony>;
  /** Days since the record before was closed. */
  readonly days?: number;
  /** The officer who comes, if only one does; else chance says who. */
  readonly seat?: number;
  /** How many officers there are, and the quorum, if nothing came before, or in a renewal; else as before, or 2 of 3. */
  readonly counts?: Counts;
}

/** A ceremony that came before. */
export interface Before {
  readonly earlier: Earlier;
  /** Each officer's keys now, by their names. */
  readonly keys: ReadonlyMap<string, Pair>;
  /** The ids of the media that were used last, by their labels. */
  readonly media: ReadonlyMap<string, string>;
}

export interface Ceremony extends Drafted {
  readonly script: Script;
  readonly record: Uint8Array;
  /** Each officer's keys afterwards. */
  readonly keys: ReadonlyMap<string, Pair>;
  readonly media: ReadonlyMap<string, string>;
}

const NAMES: Readonly<Record<string, string>> = {
  administrator: "Asha Rao",
  witness: "Walter Brandt",
  "officer-1": "Ines Okafor",
  "officer-2": "Jonas Lind",
  "officer-3": "Meera Iyer",
  "officer-4": "Noor Haddad",
  "officer-5": "Pedro Alves",
  "officer-6": "Sofia Rossi",
  "officer-7": "Tomas Novak",
  "officer-8": "Yuki Tanaka",
  "officer-9": "Amara Diallo",
  "officer-10": "Lena Vogel",
};
const DECIDERS = ["administrator", "witness"];
const OPENED_AT = Date.UTC(2026, 0, 31, 9);

/** Today's script of this name. */
export function scriptCalled(name: string): Script {
  for (const sha256 of [...knownScripts().keys()].toReversed()) {
    const script = scriptNamed(sha256);
    if (script?.name === name) return script;
  }
  throw new Error(`no script ${name}`);
}

/** A changed copy of today's script: no version of the app ever had these bytes. */
export function strangeScript(name: string): Script {
  const text = `${scriptCalled(name).text}# As we hold it.\n`;
  return readScript(text, sha256Hex(utf8(text)));
}

/** All groups of these seats, the smallest first, in their order. */
const groupsOf = (seats: readonly number[]): readonly (readonly number[])[] =>
  seats
    .reduce<readonly (readonly number[])[]>(
      (groups, seat) => [...groups, ...groups.map((group) => [...group, seat])],
      [[]],
    )
    .toSorted((a, b) => a.length - b.length || (orderOf(a) < orderOf(b) ? -1 : 1));

const orderOf = (seats: readonly number[]): string => String.fromCodePoint(...seats);

/** Another word for a file's bytes. */
const digest = (...parts: readonly unknown[]): string => sha256Hex(utf8(parts.join(" ")));

class Play {
  readonly drafts: Draft[] = [];
  readonly keys: Map<string, Pair>;
  at = OPENED_AT;
  station: Station;
  #id = 0;
  /** After so many entries. */
  #state = INITIAL;
  #folded = 0;
  readonly script: Script;
  readonly pool: Pool;
  readonly before: Before | null;
  readonly draw: () => number;
  readonly happening: Happening;
  /** Officers' parts that an attestation takes over; it makes them up where there are none. */
  readonly parts: ReadonlyMap<string, Ceremony>;
  readonly seat: number | null;
  readonly nonce: string;

  constructor(
    script: Script,
    pool: Pool,
    before: Before | null,
    draw: () => number,
    { happening = UNEVENTFUL, parts = new Map(), days = 1, seat }: Around,
  ) {
    this.script = script;
    this.pool = pool;
    this.before = before;
    this.draw = draw;
    this.happening = happening;
    this.parts = parts;
    this.seat = seat ?? null;
    this.keys = new Map(before?.keys ?? []);
    this.station = script.steps[0]?.station ?? "offline";
    this.nonce = digest("nonce", script.name, draw(), draw());
    if (before !== null) this.at = Date.parse(before.earlier.closedAt ?? "") + days * 86_400_000;
  }

  get handOvers(): number {
    return this.drafts.filter(({ type }) => type === "handed-over").length;
  }

  chance = (percent: number): boolean => this.draw() * 100 < percent;
  happens = (): boolean => this.chance(this.happening.often);
  oneOf = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(this.draw() * items.length)] as Item;

  add(type: string, by: string, data: object, more: Partial<Draft> = {}): Draft {
    this.at += 1000 + Math.floor(this.draw() * 5000);
    const draft = { id: this.#id++, type, by, station: this.station, at: this.at, data, ...more };
    this.drafts.push(draft);
    return draft;
  }

  /** The record so far as the ceremony folds it; each hash is the entry's number. */
  get state(): State {
    const from = this.#folded;
    const added = this.drafts
      .slice(from)
      .map(({ id, type, by, station, at, data, signs, binds, carries }, n) => ({
        type,
        by,
        station,
        seq: from + n,
        at: new Date(at).toISOString(),
        hash: hashAs(id),
        data: {
          ...data,
          ...(signs === undefined
            ? {}
            : {
                algorithm: "RSA-PSS-SHA256",
                signature: "AAAA",
                over: hashAs(signs.over),
                certificate: signs.key.certificate.thumbprint,
              }),
          ...(binds === undefined ? {} : { signature: "AAAA" }),
          ...(carries === undefined ? {} : { head: hashAs(id) }),
        },
      }));
    this.#state = fold(added, this.#state);
    this.#folded += added.length;
    return this.#state;
  }

  get now(): Step | null {
    return nextStep(this.state, this.script);
  }

  exception(decision: "continue" | "repeat" | "abort", expected = "It goes as the script says.") {
    const step = this.now?.id ?? "";
    this.add("exception-noted", "administrator", {
      expected,
      happened: "It did not.",
      decided: "We go on as it is decided.",
      decidedBy: DECIDERS,
      step,
      decision,
    });
  }
}

const hashAs = (id: number): string => id.toString(16).padStart(64, "0");

/**
 * A complete ceremony, chained and signed.
 * @param before what it continues, if its script continues anything
 */
export function ceremonyOf(
  name: string,
  pool: Pool,
  seed: number,
  {
    before: known = null,
    script: named = scriptCalled(name),
    counts,
    ...around
  }: { before?: Before | null; script?: Script } & Around = {},
): Ceremony {
  const before = named.continues ? known : null;
  const left = before === null ? TWO_OF_THREE : countsAfter(before);
  const mayDiffer = before === null || recounts(named.steps);
  const script = withCounts(named, mayDiffer ? (counts ?? left) : left);
  const play = new Play(script, pool, before, drawing(seed), around);
  open(play);
  let steps = 0;
  for (let step = play.now; step !== null; step = play.now) {
    if (steps++ > 400) throw new Error("it does not end");
    if (!goOn(play, step)) break;
  }
  const previous = before?.earlier.head ?? "0".repeat(64);
  const { drafts, keys } = play;
  const media = new Map([...(before?.media ?? []), ...Object.entries(play.state.media)]);
  return { drafts, previous, script, keys, media, record: sealed({ drafts, previous }) };
}

/** What a ceremony has unless told otherwise. */
export const TWO_OF_THREE: Counts = { officers: 3, quorum: 2 };

/** A script with the counts of a record, whatever a test changed in it. */
export const countedFor = (script: Script, entries: readonly { readonly data: unknown }[]) =>
  withCounts(script, countsOf(entries[0]?.data as EventData["opened"]));

/** Those of what came before. */
export const countsAfter = ({ earlier: { officers, required } }: Before): Counts => ({
  officers: officers.length,
  quorum: required,
});

/** What a ceremony leaves for the next. */
export function after({ record, keys, media }: Ceremony): Before {
  const { entries, head } = verifyRecord(record);
  return { earlier: leftBy(entries, head), keys, media };
}

function open(play: Play): void {
  const { script, before } = play;
  const all = seatsOf(script.officers);
  const seats = {
    everyone: () => all,
    quorum: () => play.oneOf(groupsOf(all).filter((group) => group.length >= script.quorum)),
    one: () => [play.seat ?? play.oneOf(all)],
    nobody: () => [],
  }[script.attend]();
  const left = before?.earlier.officers.length ?? 0;
  const isOther = left !== all.length || before?.earlier.required !== script.quorum;
  const again = renews(script.steps)
    ? play.oneOf([[2], [1, 3], all, ...(isOther ? [[]] : [])])
    : null;
  const renewed = again && all.filter((seat) => seat > left || again.includes(seat));
  const recovers = script.name.startsWith("recovery");
  const officers = before?.earlier.officers ?? [];
  const nameOf = (role: string) => officers.find(({ officer }) => officer === role)?.name;
  play.add("opened", "administrator", {
    ceremony: play.nonce.slice(0, 32),
    mode: play.pool.mode,
    script: script.name,
    scriptSha256: script.sha256,
    hsm: recovers ? NEW_HSM : HSM,
    officers: script.officers,
    required: script.quorum,
    participants: ["administrator", "witness", ...seats.map(officerOf)].map((role) => ({
      role,
      name: nameOf(role) ?? NAMES[role],
    })),
    clock: new Date(play.at).toISOString(),
    network: { up: [], wasOnline: "no" },
    software: {
      ...{ version: "1", commit: "c", runtime: "node" },
      ...(play.chance(2) ? { system: systemWithImage("Linux", digest("image", play.nonce)) } : {}),
    },
    earlier: before === null ? [] : [before.earlier],
    confirmation: "apart",
    rules: NEWEST,
    ...(renewed === null ? {} : { renewed }),
    ...(before !== null && play.nonce < "4" ? { stamps: stampsOf(before.earlier) } : {}),
  });
}

/** Two authorities stamped the record before when it was closed. */
const stampsOf = ({ head, closedAt = "" }: Earlier): EventData["opened"]["stamps"] =>
  ["Contoso TSA", "Fabrikam TSA"].map((authority) => ({
    ...{ sha256: digest(authority, head), authority, time: closedAt },
  }));

/** One step, with what happens before, in and after it. @returns false at the end */
function goOn(play: Play, step: Step): boolean {
  if (step.action.kind === "take-over") return takeOver(play, step);
  if (play.happening.abortedBefore === step.id) return abort(play);
  if (play.happening.mayAbort && step.action.kind !== "open" && play.chance(4)) return abort(play);
  between(play, step);
  if (play.now?.id !== step.id) return true;
  const { secret } = kindOf(step.action.kind);
  const network = secret ? { network: { up: [], wasOnline: "no" } } : {};
  play.add("step-began", "app", { step: step.id, ...network });
  if (play.happens()) {
    play.add("refused", "app", { step: step.id, code: "E-MEDIA-MISSING" });
    play.exception("repeat");
    return true;
  }
  if (play.happens()) play.exception("continue");
  if (play.happens()) resume(play, true);
  if (kindOf(step.action.kind).ends) return close(play, step);
  WORK[step.action.kind]?.(play, step);
  if (play.happens()) {
    play.add("step-performed", step.by, { step: step.id });
    if (play.happens()) resume(play, false);
    if (mayRepeat(step)) {
      play.exception("repeat");
      return true;
    }
  } else play.add("step-performed", step.by, { step: step.id });
  if (step.action.kind === "hand-over") {
    play.add("handed-over", step.confirm, { step: step.id, to: step.action.to });
    return true;
  }
  const image = step.action.kind === "open" ? imageIn(play.state.opened?.software.system) : null;
  if (image !== null) play.add("image-heard", step.confirm, { sha256: image });
  if (step.action.kind === "open" && play.before !== null) {
    const opened = play.state.opened as EventData["opened"];
    const data = { since: play.before.earlier.head, differences: openingDifferences(opened) };
    play.add("differences-acknowledged", step.confirm, data);
  }
  play.add("step-done", step.confirm, { step: step.id, confirmedBy: step.confirm });
  return true;
}

/** What may be performed once alone is not repeated here. */
const mayRepeat = ({ action }: Step): boolean =>
  [
    "confirm-thumbprint",
    "acknowledge",
    "check-key",
    "domain-matched",
    "match-domain",
    "prove-quorum",
    "read-aloud",
    "rehash-copy",
    "know-backup",
    "make-key",
    "compare-exchange-key",
    "sign-act",
  ].includes(action.kind);

function takeOver(play: Play, step: Step): boolean {
  play.station = step.station;
  // Two stations, two clocks.
  if (play.happens()) play.at -= 3_600_000;
  const from = step.station === "offline" ? "connected" : "offline";
  play.add("taken-over", step.by, { step: step.id, from }, { carries: true });
  if (play.happens()) {
    const foundAt = new Date(play.at - 60_000).toISOString();
    const found = { medium: "transfer", files: ["cert_0.key"], foundAt };
    play.add("incident-found", "app", { step: step.id, ...found });
    play.exception("continue");
  }
  play.add("step-done", step.confirm, { step: step.id, confirmedBy: step.confirm });
  return true;
}

function resume(play: Play, again: boolean): void {
  const { done } = play.state;
  const data = { step: play.now?.id ?? "", done: done.length, again, confirmedBy: "witness" };
  play.add("resumed", "witness", data);
}

/** Between two steps: a recess, a substitute, an exception. */
function between(play: Play, step: Step): void {
  if (step.action.kind === "open") return;
  if (play.happens()) recess(play, step);
  if (play.happens()) resume(play, false);
  if (play.happens()) substitute(play);
  if (play.happens()) play.exception("continue");
}

function recess(play: Play, step: Step): void {
  const seals = openObjects(play.state, play.script).map((object, i) => ({
    object,
    seal: `N${i}-${play.drafts.length}`,
  }));
  play.add("recess-began", "administrator", { step: step.id, seals });
  play.at += 3_600_000;
  const differs = seals.length > 0 && play.happens();
  if (differs) play.exception("continue");
  const found = seals.map((one, i) => (differs && i === 0 ? { ...one, seal: "other" } : one));
  play.add("recess-ended", "witness", { step: step.id, seals: found, confirmedBy: "witness" });
}

/**
 * Someone takes a seat, if the app allows it: with a kept key, another officer who has one. Or an
 * officer comes late, or leaves while enough stay.
 */
function substitute(play: Play): void {
  const { state, script } = play;
  const people = state.opened?.participants ?? [];
  const absent = seatsOf(script.officers)
    .map(officerOf)
    .filter((officer) => !people.some(({ role }) => role === officer));
  const changes = people.flatMap(({ role, name: from }) => {
    const staying = people.map((one) => one.role).filter((one) => one !== role);
    const decidedBy = staying.slice(0, 2);
    const to = `Substitute ${play.drafts.length}`;
    const roles = role.startsWith("officer-") ? [role, ...absent] : [role];
    const one = { role, from, decidedBy, reason: "They had to leave." };
    return [...roles.map((toRole) => ({ ...one, toRole, to })), { ...one, toRole: role, to: "" }];
  });
  const late = absent.map((role) => ({
    ...{ role, from: "", toRole: role, to: `Late ${play.drafts.length}` },
    ...{ decidedBy: people.map((one) => one.role).slice(0, 2), reason: "Their share is needed." },
  }));
  const allowed = [...changes, ...late].filter(
    (change) => mayChangeSeat(state, script, change) === null,
  );
  if (allowed.length > 0) play.add("seat-changed", "administrator", play.oneOf(allowed));
}

function abort(play: Play): boolean {
  if (play.chance(50)) play.exception("abort");
  const remains = remainsOf(play.state, play.script);
  const data = { reason: "The building is on fire.", decidedBy: DECIDERS, remains };
  play.add("aborted", "administrator", data);
  const seats = signingSeats(play.state, play.script);
  if (play.station === "offline" && seats.length > 0) signEnd(play);
  else paperEnd(play);
  return false;
}

function close(play: Play, { id, action }: Step): boolean {
  const isForKeys = action.kind === "close" && signingSeats(play.state, play.script).length > 0;
  if (!isForKeys) paperEnd(play);
  else {
    // Someone mistypes, which voids the closing: all sign again.
    if (play.happens()) {
      closing(play);
      const officer = officerOf(signingSeats(play.state, play.script)[0] ?? 0);
      play.add("passphrase-refused", officer, { officer, step: id });
    }
    signEnd(play);
  }
  return false;
}

function paperEnd(play: Play): void {
  const present = (play.state.opened?.participants ?? []).map(({ role }) => role);
  play.add("closing-on-paper", "administrator", { present, consent: consentOf(play.state) });
}

function closing(play: Play): Draft {
  knowSigners(play, signingSeats(play.state, play.script));
  const present = signingSeats(play.state, play.script).map(officerOf);
  return play.add("closing", "app", { present, consent: consentOf(play.state) });
}

function signEnd(play: Play): void {
  const over = closing(play);
  for (const seat of signingSeats(play.state, play.script)) signed(play, seat, over);
}

function knowSigners(play: Play, seats: readonly number[]): void {
  for (const seat of seats) {
    const officer = officerOf(seat);
    if (play.state.signers[officer] !== undefined) continue;
    const { pem } = signingKey(play, officer).certificate;
    play.add("signer-known", officer, { officer, certificate: pem });
  }
}

const signingKey = (play: Play, officer: string): Key => play.keys.get(officer)!.signing;

function signed(play: Play, seat: number, over: Draft): void {
  const officer = officerOf(seat);
  const key = signingKey(play, officer);
  play.add("signed", officer, { officer }, { signs: { over: over.id, key } });
}

type Work = (play: Play, step: Step) => void;

const take = (play: Play, step: Step, officer: string): void => {
  play.add("seat-taken", officer, { officer, step: step.id });
  if (play.happens()) play.add("passphrase-refused", officer, { officer, step: step.id });
};

/** The id of a medium; after a hand-over that of another transfer medium. */
const mediumOf = (play: Play, label: string): string =>
  label === "transfer"
    ? digest(label, play.nonce, play.handOvers).slice(0, 32)
    : (play.state.media[label] ?? play.before?.media.get(label) ?? newMedium(play, label));

const newMedium = (play: Play, label: string): string => digest(label, play.nonce).slice(0, 32);

const fileOf = (play: Play, label: string, name: string, sha256: string, size: number) => ({
  medium: mediumOf(play, label),
  label,
  name,
  size,
  sha256,
});

const pemFile = (play: Play, label: string, name: string, { pem }: { readonly pem: string }) =>
  fileOf(play, label, name, sha256Hex(utf8(pem)), utf8(pem).length);

const onBoth = (play: Play, name: string, sha256: string, size: number) =>
  ["transfer", "domain-copy"].map((label) => fileOf(play, label, name, sha256, size));

const SIZE = 18_885;
/** What is checked before each activation. */
export const POINTS = [
  "provisioned",
  "waiting",
  "soft-delete",
  "purge-protection",
  "administrator",
  "clock",
];

/** The domain on the media. */
function domainNow(play: Play) {
  const { domain } = play.state;
  const known = knownOf(play.state);
  return {
    sha256: domain?.sha256 ?? known?.domainSha256 ?? "",
    name: domain?.files[0]?.name ?? known?.domainFile ?? "",
  };
}

/** Each is the SHA-256 of the next one. */
const COMMITMENTS = 10;

/** The commitment after the one of the record before, as a vault would find it. */
function commitmentNow(play: Play, domainSha256: string): string {
  const values = [digest("seed", domainSha256)];
  for (let n = 1; n < COMMITMENTS; n++)
    values.push(sha256Hex(fromHex(values.at(-1)!) ?? new Uint8Array()));
  const before = values.indexOf(play.before?.earlier.commitment ?? "");
  return values[(before < 0 ? COMMITMENTS : before) - 1]!;
}

/** The files of an officer's wrapping key. */
function keyFiles(play: Play, seat: number) {
  const officer = officerOf(seat);
  // What was found without a record may have been made by another tool.
  const ending = play.state.found === null ? "key" : ["key", "pfx", "pem", "p12"][seat % 4]!;
  const { key } = keyNamesOf(play.state, seat);
  const made = play.state.officers[officer]?.made;
  const pair = play.keys.get(officer)!;
  const own = made?.files.find(({ name }) => name === `${key}.key`);
  return [
    own ?? fileOf(play, officer, `${key}.${ending}`, digest(key, officer), 1886),
    pemFile(play, officer, `${key}.cer`, pair.wrapping.certificate),
  ];
}

const WORK: Readonly<Record<string, Work>> = {
  open: (play) => {
    // A repeated step does not ask again.
    if (play.state.deviations.length === 0)
      accept(play, openingWanted(play.script, play.before?.earlier));
  },
  choose: (play, step) => {
    const choices = step.action.choices ?? [];
    // A kept key is checked, and a present domain compared; other choices are random.
    const goTo = play.oneOf(choices).goTo;
    play.add("chosen", step.by, { step: step.id, goTo });
  },
  "make-key": (play, step) => {
    const officer = step.by;
    const seat = step.seat ?? 0;
    take(play, step, officer);
    const labels = [officer, `${officer}-backup`];
    if (play.state.officers[officer]?.made == null) {
      const isAnew = play.before !== null;
      const pair = play.pool.pairOf(seat, isAnew);
      const { key, signing } = keyNamesOf(play.state, seat);
      const names = [`${key}.key`, `${key}.cer`, `${signing}.key`, `${signing}.cer`];
      const media = labels.map((label) => newMedium(play, label));
      play.add("key-making-began", officer, { officer, media, files: names });
      const files = labels.flatMap((label, n) =>
        [
          fileOf(play, label, names[0]!, digest(names[0], play.nonce), 1886),
          pemFile(play, label, names[1]!, pair.wrapping.certificate),
          fileOf(play, label, names[2]!, digest(names[2], play.nonce), 2666),
          pemFile(play, label, names[3]!, pair.signing.certificate),
        ].map((file) => ({ ...file, medium: media[n]! })),
      );
      const [wraps, signs] = [pair.wrapping.certificate, pair.signing.certificate];
      play.keys.set(officer, pair);
      play.add("key-made", officer, {
        officer,
        bits: wraps.bits,
        certificate: wraps.pem,
        thumbprint: wraps.thumbprint,
        signingCertificate: signs.pem,
        signingThumbprint: signs.thumbprint,
        files,
      });
      const binding = { officer, certificate: signs.thumbprint, wrapping: wraps.thumbprint };
      const data = { ...binding, algorithm: "RSA-PSS-SHA256" };
      play.add("signer-bound", officer, data, { binds: pair.signing });
    }
    play.add("key-opened", officer, { officer, media: labels });
  },
  "confirm-thumbprint": (play, step) => {
    const thumbprint = thumbprintOf(play.state, step.seat ?? 0);
    const data = { officer: step.by, station: step.station, thumbprint };
    play.add("thumbprint-confirmed", step.by, data);
  },
  "export-certificates": (play) => {
    const files = seatsOf(play.script.officers).map((seat) => {
      const { key } = keyNamesOf(play.state, seat);
      const { certificate } = play.keys.get(officerOf(seat))!.wrapping;
      return pemFile(play, "transfer", `${key}.cer`, certificate);
    });
    play.add("certificates-exported", "administrator", { files });
  },
  "sign-act": (play, step) => {
    const seats = actSeats(play.state, play.script);
    if (seats.length === 0) {
      const present = (play.state.opened?.participants ?? []).map(({ role }) => role);
      const data = { act: step.act, present, consent: consentOf(play.state) };
      play.add("act-signing-on-paper", "administrator", data);
      return;
    }
    knowSigners(play, seats);
    const data = { act: step.act, present: seats.map(officerOf), consent: consentOf(play.state) };
    const over = play.add("act-signing", "app", data);
    for (const seat of seats) {
      take(play, step, officerOf(seat));
      signed(play, seat, over);
    }
  },
  "read-activation": (play) => {
    play.add("activation-read", "app", { state: "NotActivated" });
    const good = POINTS.map((point) => ({
      ...{ point, verdict: "good", sentence: "It is so.", next: "" },
    }));
    const [point, sentence] = ["private-endpoint", "It has none."];
    const open = { point, verdict: "decide", sentence, next: "Two people decide." };
    const isOpen = play.chance(50);
    play.add("preflight-judged", "app", { points: isOpen ? [...good, open] : good });
    if (isOpen) {
      const accepted = { point, sentence, reason: "A rehearsal.", decidedBy: DECIDERS };
      play.add("point-accepted", "administrator", accepted);
      play.add("activation-read", "app", { state: "NotActivated" });
    }
  },
  "read-active": (play) => {
    play.add("activation-read", "app", { state: "Active" });
  },
  "download-domain": (play) => {
    download(play);
    play.add("aftercheck-judged", "app", { points: [] });
  },
  "download-again": (play) => {
    download(play);
  },
  "read-aloud": (play, { action: { what } }) => {
    const sha256 = what === "domain" ? play.state.domain?.sha256 : play.state.exchange?.thumbprint;
    play.add("read-aloud", "witness", { what, sha256 });
  },
  "match-domain": (play) => {
    const thumbprints = seatsOf(play.script.officers).map((seat) => thumbprintOf(play.state, seat));
    const { sha256 } = domainNow(play);
    const named = play.chance(50) ? thumbprints : thumbprints.toReversed();
    play.add("domain-matched", "administrator", {
      sha256,
      required: play.script.quorum,
      thumbprints: named,
    });
  },
  "prove-quorum": (play, step) => {
    for (const seat of seatsOf(play.script.officers)) take(play, step, officerOf(seat));
    const { sha256, name } = domainNow(play);
    const entries = entriesIn(sha256);
    for (const officer of seatsOf(play.script.officers).map(officerOf))
      if (play.state.officers[officer]?.made != null)
        play.add("key-opened", officer, { officer, media: [`${officer}-backup`] });
    play.add("quorum-proven", "app", {
      domainSha256: sha256,
      required: play.script.quorum,
      subsets: groupsOf(seatsOf(play.script.officers)).filter(
        (group) => group.length === play.script.quorum,
      ),
      entries,
      opened: Array.from({ length: entries }, (_, i) => ({
        tag: `tag ${i}`,
        sha256: digest(sha256, i),
      })),
      commitment: commitmentNow(play, sha256),
      media: [
        ...onBoth(play, name, sha256, SIZE),
        ...seatsOf(play.script.officers).flatMap((seat) => keyFiles(play, seat)),
      ],
    });
  },
  "record-custody": takeCustody,
  "take-into-custody": takeCustody,
  "know-backup": (play) => {
    const keys = [1, 2].map((n) => keyOf(n));
    const role = { principal: "p", role: "r", roleName: "", scope: "/keys" };
    const known = { container: "https://c.example/b", folder: "newest" };
    const hsm = play.before?.earlier.hsm;
    const list = {
      from: "file",
      sha256: digest("list"),
      hsm: hsm ?? HSM,
      listedAt: "2026-01-01T00:00:00.000Z",
    };
    const way = play.draw();
    play.add("backup-known", "administrator", {
      ...known,
      ...(way < 0.2
        ? { keys: [], unknown: { reason: "Nobody kept one.", decidedBy: DECIDERS } }
        : { keys, ...(way < 0.6 ? { roles: [role] } : {}), ...(way < 0.8 ? { list } : {}) }),
    });
  },
  "fetch-exchange-key": (play) => {
    const isAttested = play.chance(75);
    const one = isAttested ? play.pool.attested[0]! : play.pool.unattested;
    const { thumbprint, pem } = one.certificate;
    const name = `${NEW_HSM}-exchange`;
    const files = [
      fileOf(play, "transfer", `${name}.received`, digest("answer", thumbprint), 6800),
      pemFile(play, "transfer", `${name}.pem`, one.certificate),
    ];
    const verdict = one.attestation.verdict;
    play.add("exchange-key-fetched", "app", { thumbprint, verdict, certificate: pem, files });
  },
  "compare-exchange-key": (play) => {
    const { thumbprint = "" } = play.state.exchange ?? {};
    const all = [...play.pool.attested, play.pool.unattested];
    const one = all.find(({ certificate }) => certificate.thumbprint === thumbprint)!;
    const { checks, quote } = one.attestation;
    const named = (ok: boolean): string[] =>
      checks.filter((each) => each.ok === ok).map(({ check }) => check);
    const [held, failed] = [named(true), named(false)];
    const brought = quote === null || play.chance(40) ? null : collateralOf(play);
    for (const { check, ok } of brought?.checks ?? []) (ok ? held : failed).push(check);
    const verdict = failed.length === 0 ? one.attestation.verdict : "not-attested";
    play.add("exchange-key-judged", "app", {
      thumbprint,
      verdict,
      held,
      failed,
      ...(brought === null ? {} : { collateral: brought.collateral }),
      mrsigner: quote?.mrsigner ?? "",
      mrenclave: quote?.mrenclave ?? "",
      root: quote?.root ?? "",
      overruled: [],
    });
    play.add("exchange-key-compared", "witness", { thumbprint });
    const attested = verdict === "attested";
    const officers = (play.state.opened?.participants ?? [])
      .map(({ role }) => role as string)
      .filter((role) => role.startsWith("officer-"));
    const decidedBy = attested ? [] : officers.slice(0, 2);
    play.add("exchange-key-accepted", "administrator", { attested, decidedBy });
    if (play.happens()) {
      const data = { code: "E-CERT-NAME", decidedBy: DECIDERS };
      play.add("refusal-accepted", "administrator", data);
    }
  },
  "find-domain": (play) => {
    const sha256 = digest("found", play.nonce);
    const name = `${HSM}-SD.json`;
    const came = (play.state.opened?.participants ?? []).map(({ role }) => role as string);
    const hasSigning = play.chance(50);
    const officers = seatsOf(play.script.officers).map((seat) => {
      const officer = officerOf(seat);
      const pair = play.pool.pairOf(seat, false);
      play.keys.set(officer, pair);
      const isHere = came.includes(officer);
      return {
        officer,
        keyName: isHere ? `cert_${seat - 1}` : "",
        signingName: isHere && hasSigning ? `sign_${seat - 1}` : "",
        thumbprint: pair.wrapping.certificate.thumbprint,
        signingThumbprint: isHere && hasSigning ? pair.signing.certificate.thumbprint : "",
      };
    });
    play.add("domain-found", "administrator", {
      origin: "The record is lost.",
      sha256,
      size: SIZE,
      required: play.script.quorum,
      files: onBoth(play, name, sha256, SIZE),
      officers,
      unchecked: ["seals", "people", "newest-domain", "signing-keys"],
      unprotected: [],
    });
  },
  "make-restore-blob": (play, step) => {
    const came = (play.state.opened?.participants ?? []).map(({ role }) => role as string);
    const seats = seatsOf(play.script.officers)
      .map(officerOf)
      .filter((officer) => came.includes(officer));
    for (const officer of seats) take(play, step, officer);
    const sha256 = digest("blob", play.draw());
    const file = fileOf(play, "transfer", `${NEW_HSM}-restore-blob.json`, sha256, 17_657);
    play.add("blob-made", "app", {
      sha256,
      size: file.size,
      exchangeThumbprint: play.state.exchange?.thumbprint,
      domainSha256: domainNow(play).sha256,
      commitment: commitmentNow(play, domainNow(play).sha256),
      officers: seats,
      files: [file],
      overruled: [],
    });
  },
  "dry-run": (play, step) => {
    const seats = seatsOf(play.script.officers).filter((seat) =>
      play.state.opened?.participants.some(({ role }) => role === officerOf(seat)),
    );
    for (const seat of seats) take(play, step, officerOf(seat));
    const { sha256, name } = domainNow(play);
    const entries = entriesIn(sha256);
    play.add("dry-run-passed", "app", {
      domainSha256: sha256,
      required: play.script.quorum,
      officers: seats.map(officerOf),
      exchangeKey: "only-in-the-vault",
      entries,
      opened: Array.from({ length: entries }, (_, i) => ({
        tag: `tag ${i}`,
        sha256: digest(sha256, i),
      })),
      commitment: commitmentNow(play, sha256),
      media: [
        ...onBoth(play, name, sha256, SIZE),
        ...seats.flatMap((seat) => keyFiles(play, seat)),
      ],
    });
  },
  "upload-blob": (play) => {
    play.add("upload-began", "administrator", { sha256: play.state.blob?.sha256 });
    play.add("upload-ended", "app", { state: "Active" });
  },
  "backup-empty": (play) => {
    const storage = play.oneOf(["managed-identity", "sas"]);
    const container = play.state.backup?.container;
    play.add("backup-began", "administrator", { container, storage });
    play.add("backup-started", "app", { job: "job-1" });
    play.add("backup-ended", "app", { folder: "empty" });
  },
  "restore-backup": (play) => {
    const since = play.state.recovery.emptyBackupAt;
    play.add("restore-waited", "app", { since, advised: 1800, waited: 0 });
    const draft = draftOf(play.drafts, "restore-waited")!;
    draft.data.waited = Math.round((draft.at - Date.parse(since)) / 1000);
    const folder = play.state.backup?.folder;
    play.add("restore-began", "administrator", { folder, storage: "managed-identity" });
    play.add("restore-started", "app", { job: "job-2" });
    play.add("restore-ended", "app", { folder });
  },
  "compare-keys": (play) => {
    const name = "reader";
    const reader = { principal: "p", role: "auditor", name, scope: "/keys" };
    const temporary = play.chance(70);
    play.add("key-reader-named", "administrator", { ...reader, temporary });
    if (temporary) play.add("key-reader-removed", "app", { name, scope: "/keys" });
    const { keys = [], roles = [], unknown } = play.state.backup ?? {};
    if (unknown !== undefined) {
      play.add("keys-not-compared", "app", { keys: [{ name: "k", version: "1" }] });
      return;
    }
    const more = play.chance(30) ? [keyOf(9)] : [];
    play.add("recovery-compared", "app", {
      keysBack: keys.length,
      keysMissing: [],
      keysMore: more.map(({ name: key, version }) => ({ name: key, version })),
      rolesBack: 0,
      rolesMissing: roles,
      rolesMore: [],
    });
    play.add("keys-compared", "app", { keys: [...keys, ...more] });
  },
  "check-seals": (play, step) => {
    checkSeals(play, step, officerOf(step.seat ?? 0), officerOf(step.seat ?? 0));
  },
  "check-copy-seal": (play, step) => {
    const object = copyObject(step.action.copy ?? "transfer");
    const found = checkSeals(play, step, object, "");
    play.add("bags-opened", step.by, { objects: [{ object, seal: found[0]?.found }] });
  },
  "check-objects": (play, step) => {
    const all = sealedObjects(play.state, "").map(({ object }) => object);
    const few = all.slice(0, 1 + Math.floor(play.draw() * 3));
    checkSeals(play, step, "", "", few);
  },
  "open-bag": (play, step) => {
    const object = `${officerOf(step.seat ?? 0)} medium`;
    const seal = play.state.seals?.[object]?.found;
    play.add("bags-opened", step.by, { objects: [{ object, seal }] });
  },
  "check-key": (play, step) => {
    take(play, step, step.by);
    play.add("key-checked", step.by, {
      officer: step.by,
      medium: mediumOf(play, step.by),
      thumbprint: keptKeyOf(play.state, step.seat ?? 0)?.thumbprint,
      challengeSha256: digest("challenge", play.draw()),
    });
  },
  "report-trouble": (play, step) => {
    const officer = officerOf(step.seat ?? 0);
    const trouble = play.oneOf(["lost", "damaged", "left", "forgotten", "seal-broken"]);
    const data = { officer, trouble, happened: "It was so.", decidedBy: DECIDERS };
    play.add("trouble-reported", step.by, data);
  },
  "rehash-copy": (play, step) => {
    const { domainSha256 = "", domainFile = "" } = play.before?.earlier ?? {};
    const file = fileOf(play, step.action.copy ?? "", domainFile, domainSha256, SIZE);
    play.add("domain-rehashed", step.by, { sha256: domainSha256, size: SIZE, files: [file] });
  },
  "take-part": (play, step) => {
    const officer = officerOf(step.seat ?? 0);
    const part = play.parts.get(officer);
    if (part !== undefined) {
      play.add("part-taken", step.by, partOf(part, officer, play.before!.earlier));
      return;
    }
    const at = new Date(play.at).toISOString();
    const known = play.before!.earlier.officers.find((one) => one.officer === officer)!;
    const objects = (play.before?.earlier.objects ?? []).filter(({ object }) =>
      object.startsWith(`${officer} `),
    );
    play.add("part-taken", step.by, {
      officer,
      head: digest("part", officer, play.nonce),
      closed: play.oneOf(["signed", "on-paper"]),
      closedAt: at,
      standing: {
        officers: [
          { ...known, sealsSeenAt: at, ...(play.happens() ? { trouble: "damaged" } : {}) },
        ],
        objects: objects.map((object) => ({ ...object, seenAt: at })),
        handOffs: [],
        ...(play.chance(30) ? { photographs: [photographOf(objects[0]!, at)] } : {}),
      },
    });
  },
  "name-backup": (play, step) => {
    const takenAt = new Date(play.at).toISOString().slice(0, 10);
    play.add("backup-named", step.by, { container: "c", folder: "f", takenAt });
  },
  "attest-custody": (play) => {
    const { standing, heardOf } = play.state;
    const now = new Date(play.at).toISOString();
    const { level } = custodyHealth({ ...standing, attestedAt: now }, now);
    const officers = seatsOf(play.script.officers).map(officerOf);
    const unseen = officers.filter((officer) => !heardOf.includes(officer));
    const troubled = standing.officers
      .filter(({ trouble }) => trouble !== "")
      .map(({ officer }) => officer);
    const healthy = officers.filter((one) => !unseen.includes(one) && !troubled.includes(one));
    const health = level === "whole" && unseen.length > 0 ? "degraded" : level;
    if (play.chance(50)) play.add("keys-attested", "app", attestedOf(play));
    play.add("custody-attested", "app", { health, healthy, troubled, unseen });
  },
  "hand-off": (play, step) => {
    const object = Object.values(play.state.seals ?? {}).find(
      ({ condition }) => condition !== "missing",
    )!.object;
    const [one] = handOffsOf(play.state, [
      { object, to: "Priya Nair", place: `Site Z, ${play.drafts.length}` },
    ]);
    const isAbsent = play.happens();
    if (isAbsent) play.exception("continue", `${one!.from} hands off what they keep.`);
    play.add("hand-off-acknowledged", step.by, {
      gave: isAbsent ? [] : [one!.from],
      took: [one!.to],
      absent: isAbsent ? [one!.from] : [],
      decidedBy: isAbsent ? DECIDERS : [],
    });
    play.add("object-handed-off", step.by, one!);
  },
  "retire-domain": (play, step) => {
    const { domainSha256, domainFile } = play.before?.earlier ?? {};
    const media = ["transfer", "domain-copy"];
    play.add("domain-retired", step.by, { sha256: domainSha256, file: domainFile, media });
  },
  "destroy-old": (play, step) => {
    const owned = oldObjects(play.state, officerOf(step.seat ?? 0));
    const lost = owned.filter(
      ({ object }, i) =>
        play.state.seals?.[object]?.condition === "missing" || (i === 0 && play.happens()),
    );
    for (const { object, seal } of lost)
      play.exception("continue", `${object}, in the bag ${seal}.`);
    const objects = owned
      .filter((one) => !lost.includes(one))
      .map(({ object, seal }) => ({ object, seal, how: "cut to pieces" }));
    play.add("objects-destroyed", step.by, { objects });
  },
};

/** An officer's part, as an attestation takes it over. */
type Attested = EventData["keys-attested"];
const WEAK: readonly Attested["keys"][number]["failed"][] = [["made", "always"], ["kind"]];
/** What cards of the HSM attest of two of its keys, one of which may be weak. */
function attestedOf(play: Play): Attested {
  const { poolRoot = "" } = play.before?.earlier ?? {};
  const keys = ["tde-key", "disk-key"].map((name) => {
    const failed = play.happens() ? play.oneOf(WEAK) : [];
    return {
      ...{ name, version: digest("version", name).slice(0, 32), failed },
      publicSha256: failed[0] === "kind" ? "" : digest("key", name),
      verdict: failed.length === 0 ? ("attested" as const) : ("not-attested" as const),
      card: "HSM:6.0G2342-VPM018662, for non-FIPS mode",
      sha256: digest("attestation", name, play.nonce),
    };
  });
  return { poolRoot: poolRoot === "" ? digest("pool", play.nonce) : poolRoot, pool: "hsm", keys };
}

function partOf({ record }: Ceremony, officer: string, before: Earlier): EventData["part-taken"] {
  const { entries, head, closedBy } = verifyRecord(record);
  return {
    officer,
    head,
    closed: closedBy === "paper" ? "on-paper" : "signed",
    closedAt: entries.at(-1)?.at ?? "",
    standing: changedByPart(standingOf(entries), officer, before),
  };
}

const photographOf = ({ object, seal }: CustodyObject, at: string) => ({
  object,
  seal,
  sha256: digest("photograph of a part", object, at),
  at,
});

/** How many a domain has, which is always the same. */
const entriesIn = (sha256: string): number => 1 + (parseInt(sha256.slice(0, 2), 16) % 3);

const keyOf = (n: number) => ({
  name: `key-${n}`,
  version: `v${n}`,
  publicSha256: digest("key", n),
});

function download(play: Play): void {
  const thumbprints = seatsOf(play.script.officers).map((seat) => thumbprintOf(play.state, seat));
  play.add("download-began", "administrator", { required: play.script.quorum, thumbprints });
  if (play.happens()) {
    const reason = "The HSM is still waiting: the call did not count.";
    play.add("download-again-decided", "app", { reason, decidedBy: [] });
    play.add("download-began", "administrator", { required: play.script.quorum, thumbprints });
  }
  const name = domainNameAfter(play.state);
  const [answer, domain] = [digest("answer", play.nonce), digest("domain", play.nonce)];
  const files = onBoth(play, `${name}.received`, answer, 18_965);
  play.add("answer-received", "app", { sha256: answer, size: 18_965, files });
  const written = onBoth(play, `${name}.json`, domain, SIZE);
  play.add("domain-written", "app", { sha256: domain, size: SIZE, files: written });
  play.add("download-ended", "app", { state: "Active" });
}

/** Nobody opens these in a ceremony. */
const isKept = (object: string): boolean => /(backup medium|envelope|card)$/.test(object);

function checkSeals(
  play: Play,
  step: Step,
  of: string,
  officer: string,
  only: readonly string[] | null = null,
) {
  const all = sealedObjects(play.state, of).filter(
    ({ object }) => only === null || only.includes(object),
  );
  const seals = all.map(({ object, seal, place, custodian }) => {
    const differs = play.happens();
    const moved = differs && play.chance(30);
    if (differs) play.exception("continue", `${object}: seal ${seal}, ${place}.`);
    // What is opened next is there.
    const isMissing = differs && only === null && isKept(object) && play.chance(40);
    const found = differs && !moved ? `X${seal}` : seal;
    const condition = isMissing ? "missing" : differs && !moved ? "broken" : "intact";
    const now = moved ? `${place}, upper shelf` : place;
    return { object, expected: seal, found, condition, place: now, custodian };
  });
  play.add("seals-checked", step.by, { officer, seals });
  photographSome(play);
  return seals;
}

/** Now and then people bring photographs, and those of last time with some of them. */
function photographSome(play: Play): void {
  if (!play.chance(30)) return;
  const all = numbersRead(play.state).filter(() => play.chance(60));
  const before = photographsBefore(play.state);
  const photographs = all.map(({ object, seal }, i) => {
    const last = before.find((one) => one.object === object && play.chance(60));
    const sha256 = digest("photograph", object, i, play.nonce, play.drafts.length);
    return { object, seal, sha256, size: 4096 + i, before: last?.sha256 ?? "" };
  });
  if (photographs.length > 0) play.add("seals-photographed", "administrator", { photographs });
}

function accept(play: Play, wanted: ReturnType<typeof openingWanted>): void {
  for (const { rule } of wanted) {
    const reason = "This is all there is.";
    play.add("deviation-accepted", "administrator", { rule, reason, decidedBy: DECIDERS });
  }
}

function takeCustody(play: Play): void {
  const { state } = play;
  const named = new Map(
    (state.opened?.participants ?? []).map(({ role, name }) => [role as string, name]),
  );
  const objects = custodyObjects(state).map((object, i): CustodyObject => {
    const officer = object.split(" ")[0] ?? "";
    const isBackup = /backup|copy/.test(object);
    const place = object.endsWith("envelope")
      ? `Bank, box ${officer}`
      : isBackup
        ? `Site B, safe of ${officer}`
        : `Site A, safe of ${officer}`;
    const before = state.standing.objects.find((one) => one.object === object);
    // Of each officer who left, another person keeps the media.
    const keeper = officer.startsWith("officer-")
      ? `Keeper of ${officer}`
      : isBackup
        ? "Walter Keeper"
        : "Asha Keeper";
    return {
      object,
      seal: `S${play.nonce.slice(0, 6)}-${i}`,
      place: before?.place ?? place,
      custodian: before?.custodian ?? named.get(officer) ?? keeper,
    };
  });
  const refused = checkCustody(state, objects);
  if (refused !== null) throw refused;
  accept(play, deviationsWanted(state, objects));
  play.add("custody-recorded", "administrator", { objects });
  photographSome(play);
}

const INTELS = {
  "root CRL": ["root-crl"],
  "PCK CRL": ["pck-crl"],
  "TCB info": ["tcb-level"],
  "QE identity": ["qe-match", "qe-level"],
} as const;

/** Files of Intel's that people may have brought, at least one, and what they came to. */
function collateralOf(play: Play) {
  const names = (Object.keys(INTELS) as (keyof typeof INTELS)[]).filter(() => play.chance(60));
  const given = names.length === 0 ? (["TCB info"] as const) : names;
  const [issued, next] = ["2026-03-01T00:00:00.000Z", "2026-03-31T00:00:00.000Z"];
  const files = given.map((file) => ({ file, sha256: digest("intel", file), issued, next }));
  const asked = given.flatMap((file) => [...INTELS[file]]);
  const isOld = play.chance(30);
  const checks = asked.map((check) => ({ check, ok: check !== "tcb-level" || !isOld }));
  const levels = (["tcb-level", "qe-level"] as const)
    .filter((check) => asked.includes(check))
    .map((check) => {
      const isBad = check === "tcb-level" && isOld;
      const status = isBad ? ("OutOfDate" as const) : ("SWHardeningNeeded" as const);
      return { check, status, date: issued, advisories: ["INTEL-SA-00615"] };
    });
  return { checks, collateral: { files, levels } };
}
