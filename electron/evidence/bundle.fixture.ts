// Bundles for tests, good ones and damaged ones, as many as are wanted, from a seed. The keys are
// few and live for one run; records, signatures and digests are real, and every entry is one that
// the fold takes.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import { SAMPLES } from "../ceremony/samples.fixture.ts";
import { opened } from "../ceremony/record.fixture.ts";
import type { JsonData } from "../journal/journal.ts";
import {
  bindingFor,
  joined,
  keysMade,
  makeOfficer,
  makeWrapping,
  RecordMaker,
  signatureOf,
  type Officer,
} from "../journal/record.fixture.ts";
import { bundleOf, type Files } from "./bundle.ts";

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

/** One of these. */
export const oneOf = <Item>(items: readonly Item[], draw: () => number): Item =>
  items[Math.floor(draw() * items.length)] as Item;

/** Officers with their wrapping keys, and strangers who have made keys under the same names. */
export interface Pool {
  readonly officers: readonly Officer[];
  readonly wrapping: readonly Officer[];
  readonly strangers: readonly Officer[];
  /** The officers with new signing keys. */
  readonly successors: readonly Officer[];
}

export function makePool(): Pool {
  const three = () => [1, 2, 3].map((seat) => makeOfficer(`officer-${String(seat)}`));
  const [officers, strangers, successors] = [three(), three(), three()];
  // A wrapping certificate is only checked: it may be over any key that signs for nobody here.
  const { pkcs8 } = makeWrapping("wrapping");
  const wrapping = [1, 2, 3].map((n) => makeWrapping(`w${n}`, pkcs8));
  return { officers, strangers, successors, wrapping };
}

/** A bundle, and what was read aloud at its end. */
export interface Made {
  readonly files: Files;
  readonly head: string;
  readonly lines: readonly Uint8Array[];
  /** Who signed it; none for one that was closed on paper. */
  readonly signers: readonly Officer[];
}

/** A good bundle: a first ceremony or a later one, of few entries or many, signed or on paper. */
export function makeBundle(pool: Pool, draw: () => number): Made {
  const script = utf8(`script: made\ntitle: Made ${"a".repeat(Math.floor(draw() * 40))}\n`);
  const continues = draw() < 0.4;
  const onPaper = draw() < 0.15;
  const present = pool.officers.slice(0, 1 + Math.floor(draw() * 3));
  const record = new RecordMaker(continues ? sha256Hex(script) : undefined);
  const earlier = continues ? [{ ...BEFORE, officers: pool.officers.map(standingOf) }] : [];
  const { data } = opened({ scriptSha256: sha256Hex(script), earlier });
  record.add("opened", data);
  for (const officer of present) enter(record, pool, officer, continues, draw);
  const signers = continues && draw() < 0.5 ? renew(record, pool, present, draw) : present;
  for (let n = Math.floor(draw() * 3); n > 0; n--) signAct(record, signers, draw);
  for (let n = Math.floor(draw() * 12); n > 0; n--)
    if (draw() < 0.2) inStep(record, "constructor", () => addAny(record, draw));
    else addAny(record, draw);
  record.add("step-began", { step: "__proto__" });
  const witnesses = ["administrator", "witness"];
  if (onPaper) record.add("closing-on-paper", { present: witnesses, consent: consentOf([]) });
  else close(record, signers);
  const papers =
    draw() < 0.5 ? [] : [{ name: "minutes.pdf", bytes: utf8(`%PDF-1.7 ${record.head}`) }];
  const files = bundleOf({ record: record.bytes, script, papers });
  return { files, head: record.head, lines: record.lines, signers: onPaper ? [] : signers };
}

/** The last of these makes a new key, for which the old one signs, or does not. */
function renew(
  record: RecordMaker,
  { wrapping, successors }: Pool,
  present: readonly Officer[],
  draw: () => number,
): readonly Officer[] {
  const old = present.at(-1)!;
  const fresh = successors[present.length - 1]!;
  const wraps = wrapping[present.length - 1]!;
  record.add("key-made", made(fresh, wraps, []));
  if (draw() < 0.8) record.add("signer-bound", bindingFor(fresh, wraps));
  const signers = [...present.slice(0, -1), fresh];
  const consent = consentOf(draw() < 0.8 ? signers : present);
  inStep(record, "sign-new-keys", () => {
    const over = record.add("act-signing", { act: "New keys", present: [old.officer], consent });
    record.add("signed", signatureOf(draw() < 0.6 ? old : fresh, over));
  });
  return signers;
}

const BEFORE: EventData["opened"]["earlier"][number] = SAMPLES.opened.earlier[0]!;

const standingOf = ({ officer, certificate }: Officer) => ({
  ...BEFORE.officers[0]!,
  officer,
  signingThumbprint: certificate.thumbprint,
});

/** The complete data of a `key-made` entry. */
const made = (officer: Officer, wrapping: Officer, files: readonly JsonData[]) => ({
  ...keysMade(officer, wrapping),
  bits: 2048,
  thumbprint: wrapping.certificate.thumbprint,
  signingThumbprint: officer.certificate.thumbprint,
  files,
});

/** The consent, with these as the signers from now on. */
const consentOf = (officers: readonly Officer[]) =>
  ({ ...SAMPLES.closing.consent, signers: officers.map(namedBy) }) as unknown as Readonly<
    Record<string, JsonData>
  >;

function enter(
  record: RecordMaker,
  { wrapping, officers }: Pool,
  officer: Officer,
  isKnown: boolean,
  draw: () => number,
): void {
  const wraps = wrapping[officers.indexOf(officer)] ?? officer;
  const {
    certificate: { pem },
    officer: name,
  } = officer;
  if (isKnown) record.add("signer-known", { officer: name, certificate: pem });
  else {
    const files = ["key", "cer"].map((ending) => file(name, `cert_0.${ending}`, draw));
    record.add("key-made", made(officer, wraps, files));
    if (draw() < 0.8) record.add("signer-bound", bindingFor(officer, wraps));
  }
}

function addAny(record: RecordMaker, draw: () => number): void {
  const note = oneOf(["Ä ☂ 𝄞", '\u0000 " \\', "", "plain", "-----BEGIN CERTIFICATE-----"], draw);
  const files = [file("transfer", "HSM-SD.json", draw)];
  const { "domain-written": written, "exchange-key-fetched": fetched } = SAMPLES;
  const any = [
    ["exception-noted", exception("continue", note)],
    ["room-witnessed", { step: "constructor", projector: true, camera: false }],
    ["domain-written", { ...written, files }],
    ["exchange-key-fetched", { ...fetched, certificate: note, files }],
  ] as unknown as readonly (readonly [string, JsonData])[];
  record.add(...oneOf(any, draw));
}

const file = (label: string, name: string, draw: () => number) => ({
  label,
  name,
  medium: "m",
  size: 1,
  sha256: sha256Hex(utf8(String(Math.floor(draw() * 9)))),
});

/** The end of an act, which all sign but perhaps the last; now and then on paper. */
function signAct(record: RecordMaker, officers: readonly Officer[], draw: () => number): void {
  const act = oneOf(["The officers' keys", "\u200e", "constructor"], draw);
  const consent = consentOf(officers);
  if (draw() < 0.2) {
    const present = ["administrator", "witness", "officer-1"];
    inStep(record, "sign", () => record.add("act-signing-on-paper", { act, present, consent }));
    return;
  }
  record.add("step-began", { step: "sign" });
  const present = officers.map(({ officer }) => officer);
  const over = record.add("act-signing", { act, present, consent });
  const signing = draw() < 0.2 ? officers.slice(1) : officers;
  for (const officer of signing) {
    if (draw() < 0.3) addAny(record, draw);
    record.add("signed", signatureOf(officer, over));
  }
  if (signing === officers) done(record, "sign");
  else record.add("exception-noted", exception("repeat", "An officer was called away."));
}

const exception = (decision: string, happened: string) =>
  ({ ...SAMPLES["exception-noted"], decision, happened }) as unknown as JsonData;

function inStep(record: RecordMaker, step: string, work: () => unknown): void {
  record.add("step-began", { step });
  work();
  done(record, step);
}

function done(record: RecordMaker, step: string): void {
  record.add("step-performed", { step });
  record.add("step-done", { step, confirmedBy: "witness" });
}

const namedBy = ({ officer, certificate }: Officer) => ({
  officer,
  certificate: certificate.thumbprint,
});

/** Ends a record with a closing and the signatures of these. */
export function close(record: RecordMaker, officers: readonly Officer[]): void {
  const present = officers.map(({ officer }) => officer);
  const over = record.add("closing", { present, consent: consentOf(officers) });
  for (const officer of officers) record.add("signed", signatureOf(officer, over));
}

/** The bundle's files made again around another record, as someone would who knows the format. */
export function resealed(files: Files, lines: readonly Uint8Array[]): Files {
  const record = joined(lines);
  const script = files.get("script.yaml") ?? new Uint8Array();
  const papers = [...files]
    .filter(([path]) => path.startsWith("papers/"))
    .map(([path, bytes]) => ({ name: path.slice("papers/".length), bytes }));
  try {
    return bundleOf({ record, script, papers });
  } catch {
    // What no longer reads as a record gets a manifest, and keeps the rest.
    return relisted(new Map(files).set("record.jsonl", record));
  }
}

/** A new manifest for files as they are. */
export function relisted(files: Files): Files {
  const lines = [...files]
    .filter(([path]) => path !== "manifest.sha256")
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => `${sha256Hex(bytes)}  ${path}\n`);
  return new Map(files).set("manifest.sha256", utf8(lines.join("")));
}
