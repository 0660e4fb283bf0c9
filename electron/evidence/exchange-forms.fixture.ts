// Exchange certificates and their quotes in many forms, from a seed: valid ones in which an element of ASN.1
// has another kind, presence, order, encoding or value, or a part of the quote, its chain or the PEM text.
// They are signed again, so that a reader comes as far as the form itself.
import { constants, createPrivateKey, sign } from "node:crypto";
import { concat, fromHex, toHex, utf8, writePem } from "../../crypto/index.ts";
import { sha256 } from "../../crypto/native.ts";
import { MANAGED_HSM_SIGNERS, QE_SIGNER } from "../../crypto/attestation-pins.ts";
import { integer, oid, readDer, sequence, writeDer, type Element } from "../../crypto/der.ts";
import { makeEcCertificate } from "../../crypto/ec-certificate.ts";
import { p256Generate, p256Point, p256Sign, type P256Pair } from "../../crypto/native-ec.ts";
import { generateRsa } from "../../crypto/secret-half.ts";
import { QUOTE_OID, writeQuote, writeReport, writeSigned } from "../../crypto/sgx-quote.ts";
import { drawing, oneOf } from "./bundle.fixture.ts";

type Draw = () => number;
type Key = ReturnType<typeof generateRsa>;

/** A text, and what was changed in it. */
export interface ExchangeForm {
  readonly what: string;
  readonly text: string;
}

/** One element of DER that may be changed, and what is inside its string where that is DER too. */
interface Node {
  tag: number;
  content: Uint8Array;
  nodes: Node[] | null;
  /** What is before `nodes` in a string: of a BIT STRING the count of its unused bits. */
  readonly before: Uint8Array;
  /** Bytes of its length beyond the fewest; -1: an indefinite one. */
  surplus: number;
}

const NOTHING = new Uint8Array();
const [BIT_STRING, OCTET_STRING] = [0x03, 0x04];

function nodeOf({ tag, content, children }: Element): Node {
  const plain = { tag, content, before: NOTHING, surplus: 0 };
  if ((tag & 0x20) !== 0) return { ...plain, nodes: children.map(nodeOf) };
  const from = tag === BIT_STRING ? 1 : tag === OCTET_STRING ? 0 : -1;
  const inside = from < 0 ? null : readDer(content.subarray(from));
  if (inside === null || (inside.tag & 0x20) === 0) return { ...plain, nodes: null };
  return { ...plain, nodes: [nodeOf(inside)], before: content.subarray(0, from) };
}

function bytesOf({ tag, content, nodes, before, surplus }: Node): Uint8Array {
  const whole = nodes === null ? content : concat(before, ...nodes.map(bytesOf));
  if (surplus === 0) return writeDer(tag, whole);
  if (surplus < 0) return concat(Uint8Array.of(tag, 0x80), whole, Uint8Array.of(0, 0));
  const length = toHex(Uint8Array.of(whole.length >> 16, whole.length >> 8, whole.length)).replace(
    /^(00)*/,
    "",
  );
  const digits = bytes(`${"00".repeat(surplus)}${length || "00"}`);
  return concat(Uint8Array.of(tag, 0x80 + digits.length), digits, whole);
}

const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(" ", "")) ?? NOTHING;

/** An element among its siblings. */
interface Place {
  readonly siblings: Node[];
  readonly at: number;
}

const placesIn = (node: Node): readonly Place[] =>
  (node.nodes ?? []).flatMap((child, at, siblings) => [{ siblings, at }, ...placesIn(child)]);

/** Tags of all kinds that are in certificates, and some that do not. */
const TAGS = [
  ...[
    0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x12, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1c, 0x1e,
  ],
  ...[0x30, 0x31, 0x80, 0x81, 0x82, 0xa0, 0xa1, 0xa2, 0xa3, 0x2c, 0x1f, 0x00],
];
const TEXTS = [
  ...[
    "",
    " ",
    "x",
    "REHEARSAL",
    "rehearsal",
    "contoso-recovery.managedhsm.azure.net",
    "\u0000",
    "\u00ad",
    "\u0430",
  ],
  ...[
    "\u2028",
    "\u{1f600}",
    "\ufffe",
    "\ufeffx",
    "\u0378",
    "\ue000",
    "x".repeat(256),
    "x".repeat(257),
    "\\",
    "K",
  ],
];
const TIMES = [
  ...[
    "261124120000Z",
    "20261124120000Z",
    "000101000000Z",
    "491231235959Z",
    "500101000000Z",
    "99991231235959Z",
  ],
  ...[
    "261324120000Z",
    "260230120000Z",
    "261124240000Z",
    "261124120060Z",
    "2611241200Z",
    "261124120000+0100",
  ],
  ...["20261124120000.5Z", "00000101000000Z", "261124120000z"],
];
const OIDS = [
  ...[
    "1.2.840.113549.1.1.1",
    "1.2.840.113549.1.1.5",
    "1.2.840.113549.1.1.10",
    "1.2.840.113549.1.1.11",
  ],
  ...["1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.10045.2.1", "1.2.840.10045.4.3.2"],
  ...["1.2.840.10045.4.3.3", "1.3.101.112", "1.2.840.113549.1.1.8", "2.16.840.1.101.3.4.2.1"],
  ...[
    "2.16.840.1.101.3.4.2.2",
    "1.3.14.3.2.26",
    "2.5.4.3",
    "2.5.4.10",
    "2.5.4.6",
    "2.5.29.14",
    "2.5.29.15",
  ],
  ...[
    "2.5.29.17",
    "2.5.29.19",
    "2.5.29.31",
    "2.5.29.35",
    "2.5.29.37",
    "2.16.840.1.113730.1.1",
    QUOTE_OID,
  ],
].map((dotted) => oid(dotted));

type Change = (place: Place, draw: Draw, all: readonly Place[]) => void;

const leaf = (tag: number, content: Uint8Array): Node => ({
  ...{ tag, content, nodes: null, before: NOTHING, surplus: 0 },
});
const withContent = (node: Node, content: Uint8Array): Node => ({ ...node, content, nodes: null });
const contentOf = ({ nodes, content, before }: Node): Uint8Array =>
  nodes === null ? content : concat(before, ...nodes.map(bytesOf));

/** The element, changed. */
const here =
  (change: (node: Node, draw: Draw) => Node): Change =>
  ({ siblings, at }, draw) => {
    siblings[at] = change(siblings[at]!, draw);
  };

const CHANGES: readonly (readonly [string, Change])[] = [
  ["another kind", here((node, draw) => ({ ...node, tag: oneOf(TAGS, draw) }))],
  [
    "another kind of text",
    here((node, draw) => ({
      ...node,
      tag: oneOf([0x0c, 0x13, 0x14, 0x16, 0x1e, 0x1c, 0x0a], draw),
    })),
  ],
  ["absent", ({ siblings, at }) => void siblings.splice(at, 1)],
  ["absent", ({ siblings, at }) => void siblings.splice(at, 1)],
  ["twice", ({ siblings, at }) => void siblings.splice(at, 0, structuredClone(siblings[at]!))],
  [
    "with another beside it",
    ({ siblings, at }, draw, all) => {
      const other = oneOf(all, draw);
      const any = [
        leaf(0x05, NOTHING),
        leaf(0x02, bytes("01")),
        leaf(0x01, bytes("ff")),
        leaf(0x01, bytes("00")),
      ];
      siblings.splice(
        at + (draw() < 0.5 ? 1 : 0),
        0,
        structuredClone(oneOf([...any, other.siblings[other.at]!], draw)),
      );
    },
  ],
  [
    "another in its place",
    ({ siblings, at }, draw, all) => {
      const other = oneOf(all, draw);
      siblings[at] = structuredClone(other.siblings[other.at]!);
    },
  ],
  [
    "in another order",
    ({ siblings, at }, draw) => {
      const [one] = siblings.splice(at, 1);
      siblings.splice(Math.floor(draw() * (siblings.length + 1)), 0, one!);
    },
  ],
  [
    "its length in more bytes",
    here((node, draw) => ({ ...node, surplus: oneOf([1, 2, -1], draw) })),
  ],
  [
    "in a further element",
    here((node, draw) => ({
      ...leaf(oneOf([0x30, 0x31, 0xa0, 0x04], draw), NOTHING),
      nodes: [node],
    })),
  ],
  ["nothing in it", here((node) => withContent(node, NOTHING))],
  [
    "a byte before it",
    here((node, draw) =>
      withContent(node, concat(Uint8Array.of(oneOf([0, 1, 0xff, 0x80], draw)), contentOf(node))),
    ),
  ],
  [
    "a byte after it",
    here((node, draw) =>
      withContent(node, concat(contentOf(node), Uint8Array.of(oneOf([0, 5, 0xff, 0x80], draw)))),
    ),
  ],
  ["its last byte cut off", here((node) => withContent(node, contentOf(node).subarray(0, -1)))],
  [
    "another byte",
    here((node, draw) => {
      const content = Uint8Array.from(contentOf(node));
      const at = Math.floor(draw() * Math.min(content.length, oneOf([1, 2, 4, 5000], draw)));
      if (content.length > 0) content[at] = (content[at] ?? 0) ^ (1 << Math.floor(draw() * 8));
      return withContent(node, content);
    }),
  ],
  [
    "another text",
    here((node, draw) =>
      withContent(
        { ...node, tag: oneOf([node.tag, 0x0c, 0x13, 0x1e, 0x14], draw) },
        utf8(oneOf(TEXTS, draw)),
      ),
    ),
  ],
  [
    "UTF-16",
    here((node, draw) =>
      withContent(
        { ...node, tag: 0x1e },
        new Uint8Array(Buffer.from(oneOf(TEXTS, draw), "utf16le").swap16()),
      ),
    ),
  ],
  [
    "another time",
    here((node, draw) =>
      withContent({ ...node, tag: oneOf([0x17, 0x18], draw) }, utf8(oneOf(TIMES, draw))),
    ),
  ],
  [
    "another name of a kind",
    here((node, draw) => withContent({ ...node, tag: 0x06 }, oneOf(OIDS, draw).subarray(2))),
  ],
  [
    "a small number",
    here((node, draw) =>
      withContent(
        { ...node, tag: 0x02 },
        bytes(oneOf(["00", "01", "02", "03", "20", "30", "40", "ff", "0100"], draw)),
      ),
    ),
  ],
];

/** What is likely to matter: names of kinds are changed to others, times to other times. */
function fitting(node: Node, draw: Draw): readonly [string, Change] {
  const wanted = {
    0x06: "another name of a kind",
    0x17: "another time",
    0x18: "another time",
    0x0c: "another text",
    0x02: "a small number",
  }[node.tag];
  const named = CHANGES.find(([name]) => name === wanted);
  return named !== undefined && draw() < 0.35 ? named : oneOf(CHANGES, draw);
}

/** Changes one element, or in some two. */
function changed(root: Node, draw: Draw): string {
  const said: string[] = [];
  for (let times = draw() < 0.15 ? 2 : 1; times > 0; times--) {
    const all = placesIn(root);
    const n = Math.floor(draw() * all.length);
    const place = all[n]!;
    const [name, change] = fitting(place.siblings[place.at]!, draw);
    said.push(`element ${n} (${place.siblings[place.at]!.tag.toString(16)}): ${name}`);
    change(place, draw, all);
  }
  return said.join("; ");
}

// ---- Signatures.

const HASHES: Readonly<Record<string, readonly [string, number]>> = {
  [toHex(oid("1.2.840.113549.1.1.11"))]: ["sha256", 32],
  [toHex(oid("1.2.840.113549.1.1.12"))]: ["sha384", 48],
  [toHex(oid("1.2.840.113549.1.1.13"))]: ["sha512", 64],
  [toHex(oid("1.2.840.113549.1.1.5"))]: ["sha1", 20],
  [toHex(oid("2.16.840.1.101.3.4.2.1"))]: ["sha256", 32],
  [toHex(oid("2.16.840.1.101.3.4.2.2"))]: ["sha384", 48],
  [toHex(oid("2.16.840.1.101.3.4.2.3"))]: ["sha512", 64],
};
const PSS = toHex(oid("1.2.840.113549.1.1.10"));

/** Signs what is there now, by the algorithm that is named within; its own signature is the third part. */
function signAgain(root: Node, key: Key): void {
  const [body, algorithm, seal] = root.nodes ?? [];
  if (body === undefined || algorithm === undefined || seal?.tag !== BIT_STRING) return;
  const hex = toHex(bytesOf(algorithm));
  const isPss = hex.includes(PSS);
  const [hash, length] = Object.entries(HASHES).find(([name]) => hex.includes(name))?.[1] ?? [
    "sha256",
    32,
  ];
  const pkcs8 = createPrivateKey({ key: Buffer.from(key.pkcs8), format: "der", type: "pkcs8" });
  const how = isPss
    ? { key: pkcs8, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: length }
    : { key: pkcs8 };
  seal.nodes = null;
  seal.content = concat(Uint8Array.of(0), new Uint8Array(sign(hash, bytesOf(body), how)));
}

// ---- Valid ones.

const NULL = bytes("0500");
const rsaWith = (n: number) => sequence(oid(`1.2.840.113549.1.1.${n}`), NULL);
const pssWith = (hash: string, salt: number) => {
  const named = sequence(oid(hash), NULL);
  const mask = sequence(oid("1.2.840.113549.1.1.8"), named);
  const members = [
    [0xa0, named],
    [0xa1, mask],
    [0xa2, integer(salt)],
  ] as const;
  return sequence(
    oid("1.2.840.113549.1.1.10"),
    sequence(...members.map(([tag, one]) => writeDer(tag, one))),
  );
};
const part = (type: string, text: string, tag = 0x0c) =>
  sequence(oid(type), writeDer(tag, utf8(text)));
const nameOf = (...sets: readonly (readonly Uint8Array[])[]) =>
  sequence(...sets.map((set) => writeDer(0x31, ...set)));
const COMMON = part("2.5.4.3", "Contoso-Recovery.managedhsm.azure.net");
const REHEARSAL = part("2.5.4.10", "REHEARSAL");
const extension = (type: string, value: Uint8Array, critical = false) =>
  sequence(oid(type), ...(critical ? [bytes("0101ff")] : []), writeDer(OCTET_STRING, value));

/** What valid ones differ in. */
const ALGORITHMS = [
  rsaWith(11),
  rsaWith(11),
  rsaWith(11),
  rsaWith(12),
  rsaWith(13),
  sequence(oid("1.2.840.113549.1.1.11")),
  pssWith("2.16.840.1.101.3.4.2.1", 32),
  pssWith("2.16.840.1.101.3.4.2.2", 48),
  pssWith("2.16.840.1.101.3.4.2.1", 20),
];
const NAMES = [
  nameOf([REHEARSAL], [COMMON]),
  nameOf([REHEARSAL], [COMMON]),
  nameOf([REHEARSAL, COMMON]),
  nameOf([COMMON], [part("2.5.4.6", "CH", 0x13)], [part("2.5.4.3", "other")]),
  nameOf([COMMON]),
];

/** A certificate of this key, unsigned as yet. */
function certificateOf({ spki }: Key, quote: Uint8Array | null, draw: Draw): Node {
  const [algorithm, name] = [oneOf(ALGORITHMS, draw), oneOf(NAMES, draw)];
  const issuer = draw() < 0.1 ? nameOf([part("2.5.4.3", "Contoso CA")]) : name;
  const others = [
    extension(
      "2.5.29.15",
      bytes(oneOf(["03020520", "030206c0", "0303060080"], draw)),
      draw() < 0.7,
    ),
    extension("2.5.29.19", sequence(), true),
    extension("2.5.29.14", writeDer(OCTET_STRING, bytes("aabbccdd"))),
    extension("2.5.29.35", sequence(writeDer(0x80, bytes("aabbccdd")))),
    extension("2.5.29.17", sequence(writeDer(0x82, utf8("contoso")))),
    extension("2.5.29.37", sequence(oid("1.3.6.1.5.5.7.3.1"))),
  ].filter(() => draw() < 0.4);
  const all = quote === null ? others : [...others, extension(QUOTE_OID, quote)];
  const dates = sequence(
    writeDer(0x17, utf8("261124120000Z")),
    writeDer(0x17, utf8("271124120000Z")),
  );
  const body = sequence(
    bytes("a003020102"),
    integer(1 + Math.floor(draw() * 1000)),
    algorithm,
    issuer,
    dates,
    name,
    spki,
    ...(all.length === 0 ? [] : [writeDer(0xa3, sequence(...all))]),
  );
  const der = sequence(body, algorithm, writeDer(BIT_STRING, bytes("00aa")));
  return nodeOf(readDer(der)!);
}

/** Keys of a chain behind quotes: root, authority, leaf. */
interface Authority {
  readonly keys: readonly [P256Pair, P256Pair, P256Pair];
}
const MADE = new Date("2026-11-24T12:00:00Z");
const DAY = 86_400_000;
const CHAIN_NAMES = ["SGX Root CA", "SGX PCK Platform CA", "SGX PCK Certificate"] as const;

/** The chain, the leaf first; in some a link was changed, and signed again. */
function chainOf(
  { keys }: Authority,
  draw: Draw,
  isChanged: boolean,
): { readonly text: string; readonly what: string } {
  const wrong = isChanged ? Math.floor(draw() * 3) : -1;
  let what = "";
  const links = keys.map(({ spki }, n) => {
    const issuer = Math.max(0, n - 1);
    const form = {
      subject: CHAIN_NAMES[n]!,
      issuer: CHAIN_NAMES[issuer]!,
      serial: integer(77 + n),
      notBefore: new Date(MADE.getTime() - DAY),
      notAfter: new Date(MADE.getTime() + 900 * DAY),
      below: [1, 0, null][n]!,
    };
    const der = makeEcCertificate(form, spki, keys[issuer]!);
    if (n !== wrong) return der;
    const root = nodeOf(readDer(der)!);
    what = `link ${n}, ${changed(root, draw)}`;
    const [body, , seal] = root.nodes ?? [];
    if (body !== undefined && seal !== undefined && draw() < 0.9) {
      const signature = p256Sign(keys[issuer]!.pkcs8, bytesOf(body), "der");
      Object.assign(seal, withContent(seal, concat(bytes("00"), signature)));
    }
    return bytesOf(root);
  });
  return {
    text: links
      .toReversed()
      .map((der) => writePem("CERTIFICATE", der))
      .join(""),
    what,
  };
}

type Parts = Parameters<typeof writeQuote>[0];

/** What may be done to the text of a chain. */
const CHAIN_TEXTS: readonly ((text: string) => string)[] = [
  (text) => text.slice(0, -1),
  (text) => `${text}\u0000\u0000`,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `${text}\n\n`,
  (text) => `\n${text}`,
  (text) => ` ${text}`,
  (text) => text.replace("\nMI", "\n MI"),
  (text) => text.replace("CERTIFICATE-----\n-----BEGIN", "CERTIFICATE-----\nwords\n-----BEGIN"),
  (text) => text.split("-----END CERTIFICATE-----\n").slice(1).join("-----END CERTIFICATE-----\n"),
  (text) => text + text,
  (text) => text + text.slice(text.lastIndexOf("-----BEGIN")),
  (text) => text.slice(text.lastIndexOf("-----BEGIN")),
  (text) =>
    text
      .split(/(?<=END CERTIFICATE-----\n)/)
      .toReversed()
      .join(""),
  (text) => text.replaceAll(/([A-Za-z0-9+/]{64})\n/g, "$1"),
  (text) => text.replaceAll("X", "\u00e9"),
  (text) => text.replace("CERTIFICATE", "X509 CRL").replace("END CERTIFICATE", "END X509 CRL"),
  () => "",
];

/** A quote for a key, and what was changed in it, or "". */
function quoteOf(
  authority: Authority,
  spki: Uint8Array,
  draw: Draw,
  isChanged: boolean,
): { readonly value: Uint8Array; readonly what: string } {
  const where = isChanged
    ? oneOf(["report", "bytes", "chain", "text", "length", "key", "numbers"], draw)
    : "";
  const chain = chainOf(authority, draw, where === "chain");
  const pair = p256Generate();
  const attestationKey = p256Point(pair.spki) ?? NOTHING;
  const authenticationData = new Uint8Array(oneOf([32, 0, 1, 300], draw));
  const odd = where === "report" ? Math.floor(draw() * 9) : -1;
  const report = writeReport({
    debug: odd === 0,
    mrenclave: sha256(utf8("enclave")),
    mrsigner: odd === 1 ? sha256(utf8("nobody")) : bytes(MANAGED_HSM_SIGNERS[0]?.mrsigner ?? ""),
    isvProdId: odd === 2 ? 2 : 1,
    isvSvn: odd === 3 ? 0 : 1,
    reportData: odd === 4 ? sha256(utf8("another")) : sha256(spki),
  });
  const qeReport = writeReport({
    debug: odd === 5,
    mrenclave: sha256(utf8("quoting")),
    mrsigner: odd === 6 ? sha256(utf8("nobody")) : bytes(QE_SIGNER),
    isvProdId: odd === 7 ? 2 : 1,
    isvSvn: odd === 8 ? 1 : 8,
    reportData: sha256(concat(attestationKey, authenticationData)),
  });
  const signed = writeSigned(report, bytes("939a7233f79c4ca9940a0db3957f0607"));
  const text = where === "text" ? oneOf(CHAIN_TEXTS, draw)(chain.text) : chain.text;
  const parts: Parts = {
    ...{ signed, attestationKey, qeReport, authenticationData },
    signature: p256Sign(pair.pkcs8, signed, "ieee-p1363"),
    qeSignature: p256Sign(authority.keys[2].pkcs8, qeReport, "ieee-p1363"),
    chain: concat(utf8(text), draw() < 0.7 ? Uint8Array.of(0) : NOTHING),
  };
  if (where === "key") parts.attestationKey.fill(oneOf([0, 1, 0xff], draw));
  if (where === "numbers")
    oneOf([parts.signature, parts.qeSignature], draw).fill(
      oneOf([0, 0xff], draw),
      0,
      oneOf([32, 64], draw),
    );
  const value = writeQuote(parts);
  const what = `${where} ${chain.what} ${odd < 0 ? "" : odd}`.trim();
  if (where === "bytes") {
    const at = Math.floor(draw() * value.length);
    value[at] = (value[at] ?? 0) ^ (1 << Math.floor(draw() * 8));
    return { value, what: `byte ${at} of the quote` };
  }
  const cut = [value.subarray(0, Math.floor(draw() * value.length)), concat(value, NULL), NOTHING];
  return where === "length"
    ? { value: oneOf(cut, draw), what: "a quote of another length" }
    : { value, what };
}

/** What may be done to the PEM text. */
const PEMS: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\r"),
  (text) => text.replace("\n", "\r\n"),
  (text) => text.slice(0, -1),
  (text) => `${text}\n\r\n`,
  (text) => `\n${text}`,
  (text) => `\ufeff${text}`,
  (text) => `${text} `,
  (text) => text + text,
  (text) => text.replace("\nMI", "\n\nMI"),
  (text) => text.replace("\nMI", "\nM I"),
  (text) => text.replace("CERTIFICATE-----\n", "CERTIFICATE----- \n"),
  (text) => text.replaceAll("CERTIFICATE", "X509 CERTIFICATE"),
  (text) => text.replace("END CERTIFICATE", "END X509 CERTIFICATE"),
  (text) => text.replace("\n", "\nProc-Type: 4,CLEAR\n\n"),
  (text) => text.replace("CERTIFICATE-----\n-----END", "CERTIFICATE-----\n=\n-----END"),
  (text) => text.replace(/=*\n-----END/, "==\n-----END"),
  (text) => text.replace(/=*\n-----END/, "\n-----END"),
  (text) => text.replace(/(.)\n-----END/, "$1\n=\n-----END"),
  (text) => text.replace("\nMI", "\nM*"),
  (text) => text.replaceAll(/([A-Za-z0-9+/]{64})\n([A-Za-z0-9+/]{12})/g, "$1$2\n"),
  (text) => text.replaceAll(/([A-Za-z0-9+/]{64})\n([A-Za-z0-9+/]{13})/g, "$1$2\n"),
  (text) => text.replace(/([A-Za-z0-9+/]{64})\n/, "$1=\n"),
  () => "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
  () => "",
];

/** So many forms. Every eighth is as it was made. */
export function exchangeForms(seed: number, count: number): readonly ExchangeForm[] {
  const keys = [1, 2].map(() => generateRsa(2048));
  const authority: Authority = { keys: [p256Generate(), p256Generate(), p256Generate()] };
  return Array.from({ length: count }, (_, n) => {
    const draw = drawing(seed * 1_000_000 + n);
    const key = oneOf(keys, draw);
    const where =
      n % 8 === 0
        ? ""
        : oneOf(["certificate", "certificate", "certificate", "quote", "quote", "text"], draw);
    const quote =
      draw() < 0.75 || where === "quote"
        ? quoteOf(authority, key.spki, draw, where === "quote")
        : null;
    const root = certificateOf(key, quote?.value ?? null, draw);
    const said = [where, quote?.what ?? "without a quote"];
    if (where === "certificate") said.push(changed(root, draw));
    if (draw() < 0.95) signAgain(root, key);
    const pem = writePem("CERTIFICATE", bytesOf(root));
    return {
      what: `SEED=${seed}, ${n}: ${said.join(" ")}`,
      text: where === "text" ? oneOf(PEMS, draw)(pem) : pem,
    };
  });
}
