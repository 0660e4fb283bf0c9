// Bundles for tests, good ones and damaged ones, as many as are wanted, from a seed. The keys are
// few and live for one run; records, signatures and digests are real.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import type { JsonData } from "../journal/journal.ts";
import {
  bindingFor,
  joined,
  keysMade,
  makeOfficer,
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
  // A wrapping certificate is only looked at: it may be over any key that signs for nobody here.
  const pkcs8 = makeOfficer("wrapping").pkcs8;
  const wrapping = [1, 2, 3].map((n) => makeOfficer(`w${n}`, pkcs8));
  return { officers, strangers, successors, wrapping };
}

/** A bundle, and what was read aloud at its end. */
export interface Made {
  readonly files: Files;
  readonly head: string;
  readonly lines: readonly Uint8Array[];
  /** Who signed it; none of one that was closed on paper. */
  readonly signers: readonly Officer[];
}

/** A good bundle: a first ceremony or a later one, of few entries or many, signed or on paper. */
export function makeBundle(pool: Pool, draw: () => number): Made {
  const script = utf8(`script: made\ntitle: Made ${"a".repeat(Math.floor(draw() * 40))}\n`);
  const continues = draw() < 0.4;
  const onPaper = draw() < 0.15;
  const present = pool.officers.slice(0, 1 + Math.floor(draw() * 3));
  const record = new RecordMaker(continues ? sha256Hex(script) : undefined);
  record.add("opened", {
    ceremony: "a".repeat(32),
    mode: "REHEARSAL",
    scriptSha256: sha256Hex(script),
    earlier: continues ? [{ officers: pool.officers.map(standingOf) }] : [],
  });
  for (const officer of present) enter(record, pool, officer, continues, draw);
  const signers = continues && draw() < 0.5 ? renew(record, pool, present, draw) : present;
  for (let n = Math.floor(draw() * 3); n > 0; n--) signAct(record, signers, draw);
  for (let n = Math.floor(draw() * 12); n > 0; n--) addAny(record, draw);
  const witnesses = ["administrator", "witness"];
  if (onPaper) record.add("closing-on-paper", { present: witnesses, consent: {} });
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
  record.add("key-made", keysMade(fresh, wraps));
  if (draw() < 0.8) record.add("signer-bound", bindingFor(fresh, wraps));
  const signers = [...present.slice(0, -1), fresh];
  const consent = { signers: (draw() < 0.8 ? signers : present).map(namedBy) };
  const over = record.add("act-signing", { act: "New keys", present: [old.officer], consent });
  record.add("signed", signatureOf(draw() < 0.6 ? old : fresh, over));
  return signers;
}

const standingOf = ({ officer, certificate }: Officer) => ({
  officer,
  signingThumbprint: certificate.thumbprint,
});

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
    record.add("key-made", { ...keysMade(officer, wraps), files });
    if (draw() < 0.8) record.add("signer-bound", bindingFor(officer, wraps));
  }
}

function addAny(record: RecordMaker, draw: () => number): void {
  const note = oneOf(["Ä ☂ 𝄞", '\u0000 " \\', "", "plain", "-----BEGIN CERTIFICATE-----"], draw);
  const any: readonly (readonly [string, JsonData])[] = [
    ["noted", { note, list: [1, true, -7] }],
    ["step-done", { step: "seal", by: "witness" }],
    ["domain-written", { files: [file("transfer", "HSM-SD.json", draw)] }],
    ["constructor", note],
    ["exchange-key-fetched", { certificate: "PEM of an exchange key" }],
  ];
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
  const consent = { signers: officers.map(namedBy) };
  if (draw() < 0.2) {
    const present = ["administrator", "witness", "officer-1"];
    record.add("act-signing-on-paper", { act, present, consent });
    return;
  }
  const present = officers.map(({ officer }) => officer);
  const over = record.add("act-signing", { act, present, consent });
  for (const officer of draw() < 0.2 ? officers.slice(1) : officers) {
    if (draw() < 0.3) addAny(record, draw);
    record.add("signed", signatureOf(officer, over));
  }
}

const namedBy = ({ officer, certificate }: Officer) => ({
  officer,
  certificate: certificate.thumbprint,
});

/** Ends a record with a closing and the signatures of these. */
export function close(record: RecordMaker, officers: readonly Officer[]): void {
  const signers = officers.map(namedBy);
  const present = officers.map(({ officer }) => officer);
  const over = record.add("closing", { present, consent: { signers } });
  for (const officer of officers) record.add("signed", signatureOf(officer, over));
}

/** The bundle's files anew around another record, as somebody would who knows the format. */
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
