// For tests: a private key in every container that tools write.
import { createPublicKey, type KeyObject } from "node:crypto";

/** Something written in one way. */
export interface Written {
  readonly name: string;
  readonly bytes: Buffer;
}

export const bytesOf = (content: string | Uint8Array): Buffer =>
  typeof content === "string" ? Buffer.from(content, "latin1") : Buffer.from(content);

/** Each by its name. */
const named = (all: Readonly<Record<string, string | Uint8Array>>): readonly Written[] =>
  Object.entries(all).map(([name, content]) => ({ name, bytes: bytesOf(content) }));

const number = (text = ""): Buffer => Buffer.from(text, "base64url");
const little = (bytes: Uint8Array): Buffer => Buffer.from(bytes).reverse();
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
/** A text in lines of so many letters. */
export const inLines = (text: string, width: number, end = "\n"): string =>
  text.replace(new RegExp(`.{${width}}(?=.)`, "gs"), `$&${end}`);
/** Hexadecimal with this between two bytes. */
export const pairs = (bytes: Uint8Array, between: string): string =>
  Buffer.from(bytes)
    .toString("hex")
    .replace(/..(?=.)/g, `$&${between}`);

/** A number with a zero before it where it would be negative, as DER and ssh write it. */
const signed = (bytes: Buffer): Buffer =>
  (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
const field = (content: string | Uint8Array): Buffer => {
  const bytes = bytesOf(content);
  return Buffer.concat([little(uint32(bytes.length)), bytes]);
};
const mpi = (bytes: Buffer): Buffer => {
  const bits = 8 * bytes.length - (Math.clz32(bytes[0] ?? 0) - 24);
  return Buffer.concat([Buffer.of(bits >> 8, bits & 255), bytes]);
};
/** As openssl and certtool print a number. */
const printed = (bytes: Buffer, indent: string): string =>
  `${indent}${inLines(pairs(signed(bytes), ":"), 45, `\n${indent}`)}\n`;
const decimal = (bytes: Buffer): string => BigInt(`0x${bytes.toString("hex")}`).toString();
const sixtyFour = (bytes: Buffer): string => bytes.toString("base64");

const NUMBERS = ["n", "e", "d", "p", "q", "dp", "dq", "qi"] as const;
type Numbers = Readonly<Record<(typeof NUMBERS)[number], Buffer>>;

const der = { format: "der" } as const;
const LOCKED = { cipher: "aes-256-cbc", passphrase: "correct horse" } as const;

/** Every container of an RSA key of ours, whose certificate is known. */
export function rsaContainers(key: KeyObject): readonly Written[] {
  const jwk = key.export({ format: "jwk" });
  const all = Object.fromEntries(
    NUMBERS.map((name) => [name, number(jwk[name])]),
  ) as unknown as Numbers;
  return [
    ...standard(key),
    ...named({
      "PKCS#1": key.export({ type: "pkcs1", ...der }),
      "PKCS#1, PEM": key.export({ type: "pkcs1", format: "pem" }),
      "PKCS#1 behind a public key": Buffer.concat([
        createPublicKey(key).export({ type: "spki", ...der }),
        key.export({ type: "pkcs1", ...der }),
      ]),
    }),
    ...microsofts(all),
    ...sshs(all),
    ...printouts(all),
    ...inLanguages({ ...jwk }, all),
    ...bare(all),
  ];
}

/** Every container of a key on the curve P-256. */
export function ecContainers(key: KeyObject): readonly Written[] {
  const { d = "", x = "", y = "" } = key.export({ format: "jwk" });
  const sec1 = key.export({ type: "sec1", ...der });
  return [
    ...standard(key),
    ...named({
      "SEC 1": sec1,
      "SEC 1, PEM": key.export({ type: "sec1", format: "pem" }),
      "SEC 1 behind a public key": Buffer.concat([
        createPublicKey(key).export({ type: "spki", ...der }),
        sec1,
      ]),
      "CNG, EC": Buffer.concat([
        bytesOf("ECS2"),
        uint32(32),
        ...[x, y, d].map((text) => number(text)),
      ]),
      "openssl -text, EC": `Private-Key: (256 bit)\npriv:\n${printed(number(d), "    ")}pub:\n    04:aa\n`,
      "certtool, EC": `\tCurve:\tSECP256R1\n\tprivate key:\n${printed(number(d), "\t\t")}`,
      "DNSSEC, EC": `Private-key-format: v1.3\nPrivateKey: ${sixtyFour(number(d))}\n`,
      "JWK, EC": JSON.stringify(key.export({ format: "jwk" })),
      "YAML, EC": `kty: EC\ncrv: P-256\nd: ${d}\nx: ${x}\n`,
    }),
  ];
}

const standard = (key: KeyObject): readonly Written[] =>
  named({
    "PKCS#8": key.export({ type: "pkcs8", ...der }),
    "PKCS#8, PEM": key.export({ type: "pkcs8", format: "pem" }),
    "PKCS#8, encrypted": key.export({ type: "pkcs8", ...der, ...LOCKED }),
    "PKCS#8, encrypted, PEM": key.export({ type: "pkcs8", format: "pem", ...LOCKED }),
    "PKCS#8 behind a public key": Buffer.concat([
      createPublicKey(key).export({ type: "spki", ...der }),
      key.export({ type: "pkcs8", ...der }),
    ]),
  });

/** wincrypt.h's and bcrypt.h's blobs, .NET's XML, and PVK. */
function microsofts({ n, e, d, p, q, dp, dq, qi }: Numbers): readonly Written[] {
  const half = n.length / 2;
  const pad = (bytes: Buffer, length: number): Buffer =>
    Buffer.concat([Buffer.alloc(length - bytes.length), bytes]);
  const blob = Buffer.concat([
    Buffer.from("0702000000a40000", "hex"),
    bytesOf("RSA2"),
    uint32(8 * n.length),
    little(pad(e, 4)),
    little(n),
    ...[p, q, dp, dq, qi].map((one) => little(pad(one, half))),
    little(pad(d, n.length)),
  ]);
  const sizes = [8 * n.length, e.length, n.length, half, half].map((one) => uint32(one));
  const cng = [bytesOf("RSA2"), ...sizes, e, n, p, q];
  const full = [dp, dq, qi].map((one) => pad(one, half));
  const xml = { Modulus: n, Exponent: e, P: p, Q: q, DP: dp, DQ: dq, InverseQ: qi, D: d };
  const members = Object.entries(xml).map(([name, one]) => `<${name}>${sixtyFour(one)}</${name}>`);
  return named({
    PRIVATEKEYBLOB: blob,
    PVK: Buffer.concat([...[0xb0b5f11e, 0, 1, 0, 0, blob.length].map((one) => uint32(one)), blob]),
    "PVK, encrypted": Buffer.concat([
      ...[0xb0b5f11e, 0, 1, 1, 16, blob.length].map((one) => uint32(one)),
      Buffer.concat([d, n]).map((byte) => byte ^ 0x5a),
    ]),
    CNG: Buffer.concat(cng),
    "CNG, full": Buffer.concat([bytesOf("RSA3"), ...cng.slice(1), ...full, pad(d, n.length)]),
    "CNG, sizes big-endian": Buffer.concat([bytesOf("RSA2"), ...sizes.map(little), e, n, p, q]),
    "XML of .NET": `<RSAKeyValue>${members.join("")}</RSAKeyValue>`,
    "XML, D alone": `<x:D>${sixtyFour(d)}</x:D>`,
  });
}

/** OpenSSH's, ssh.com's, PuTTY's, Dropbear's, GnuPG's. */
function sshs({ n, e, d, p, q, qi }: Numbers): readonly Written[] {
  const open = Buffer.concat([field("ssh-rsa"), ...[e, n].map((one) => field(signed(one)))]);
  const secret = Buffer.concat([
    Buffer.from("0102030401020304", "hex"),
    field("ssh-rsa"),
    ...[n, e, d, qi, p, q].map((one) => field(signed(one))),
    field("officer"),
  ]);
  const openSsh = Buffer.concat([
    bytesOf("openssh-key-v1\0"),
    field("none"),
    field("none"),
    field(""),
    Buffer.of(0, 0, 0, 1),
    field(open),
    field(Buffer.concat([secret, Buffer.of(1, 2, 3, 4).subarray(0, -secret.length & 3)])),
  ]);
  const putty = Buffer.concat([d, p, q, qi].map((one) => field(signed(one))));
  const sexp = (name: string, one: Buffer): Buffer =>
    Buffer.concat([bytesOf(`(1:${name}${signed(one).length}:`), signed(one), bytesOf(")")]);
  const packet = Buffer.concat([
    Buffer.from("0466000000" + "01", "hex"),
    mpi(n),
    mpi(e),
    Buffer.of(0),
    ...[d, p, q, qi].map(mpi),
    Buffer.of(0, 0),
  ]);
  const label = (name: string, body: string): string =>
    `---- BEGIN ${name} ----\nComment: "officer"\n${body}\n---- END ${name} ----\n`;
  return named({
    OpenSSH: `-----BEGIN OPENSSH PRIVATE KEY-----\n${inLines(sixtyFour(openSsh), 70)}\n-----END OPENSSH PRIVATE KEY-----\n`,
    "OpenSSH, binary": openSsh,
    "ssh.com's SSH2": label(
      "SSH2 ENCRYPTED PRIVATE KEY",
      inLines(sixtyFour(Buffer.concat([Buffer.from("3f6ff9eb", "hex"), putty])), 70),
    ),
    PuTTY: `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nPrivate-Lines: 14\n${inLines(sixtyFour(putty), 64)}\n`,
    "PuTTY's private lines": inLines(sixtyFour(putty), 64),
    Dropbear: Buffer.concat([
      field("ssh-rsa"),
      ...[e, n, d, p, q].map((one) => field(signed(one))),
    ]),
    OpenPGP: Buffer.concat([Buffer.of(0x95, packet.length >> 8, packet.length & 255), packet]),
    "GnuPG's S-expression": Buffer.concat([
      bytesOf("(11:private-key(3:rsa"),
      ...(["n", "e", "d", "p", "q", "u"] as const).map((name, i) =>
        sexp(name, [n, e, d, p, q, qi][i] ?? n),
      ),
      bytesOf("))"),
    ]),
    "S-expression in hex": `Key: (private-key (rsa (n #${signed(n).toString("hex")}#) (d #${d.toString("hex")}#)))`,
  });
}

/** What tools print to be read. */
function printouts({ n, e, d, p, q, dp, dq, qi }: Numbers): readonly Written[] {
  const bind = {
    Modulus: n,
    PublicExponent: e,
    PrivateExponent: d,
    Prime1: p,
    Prime2: q,
    Exponent1: dp,
    Exponent2: dq,
    Coefficient: qi,
  };
  const openssl = {
    privateExponent: d,
    prime1: p,
    prime2: q,
    exponent1: dp,
    exponent2: dq,
    coefficient: qi,
  };
  const certtool = {
    "private exponent": d,
    prime1: p,
    prime2: q,
    coefficient: qi,
    exp1: dp,
    exp2: dq,
  };
  const list = (all: Readonly<Record<string, Buffer>>, indent: string): string =>
    Object.entries(all)
      .map(([name, one]) => `${name}:\n${printed(one, indent)}`)
      .join("");
  return named({
    DNSSEC: `Private-key-format: v1.3\nAlgorithm: 8 (RSASHA256)\n${Object.entries(bind)
      .map(([name, one]) => `${name}: ${sixtyFour(one)}\n`)
      .join("")}`,
    "DNSSEC without its head": `PrivateExponent: ${sixtyFour(d)}\nPrime1: ${sixtyFour(p)}\n`,
    "openssl -text": `Private-Key: (2048 bit, 2 primes)\n${list(openssl, "    ")}`,
    "openssl -text, a coefficient": list({ coefficient: qi }, "    "),
    certtool: `Public Key Info:\n${list(certtool, "\t")}`,
    asn1parse: [n, e, d, p, q]
      .map(
        (one) =>
          `    4:d=1  hl=4 l= 257 prim: INTEGER           :${one.toString("hex").toUpperCase()}\n`,
      )
      .join(""),
    decimal: `n = ${decimal(n)}\nd = ${decimal(d)}\np = ${decimal(p)}\n`,
  });
}

/** JWK, and the same in programming languages. */
function inLanguages(jwk: Readonly<Record<string, unknown>>, all: Numbers): readonly Written[] {
  const entries = Object.entries(jwk);
  return named({
    JWK: JSON.stringify(jwk),
    "JWK, spread": JSON.stringify(jwk, null, 2),
    "JWK in JSON": JSON.stringify({ key: JSON.stringify(jwk) }),
    "JWK as YAML": entries.map(([name, one]) => `${name}: ${String(one)}\n`).join(""),
    "JWK as YAML, quoted": `keys:\n  - ${entries.map(([name, one]) => `${name}: "${String(one)}"`).join("\n    ")}\n`,
    "JWK as TOML": entries.map(([name, one]) => `${name} = "${String(one)}"\n`).join(""),
    "JWK as Python": `key = {${entries.map(([name, one]) => `'${name}': '${String(one)}'`).join(", ")}}`,
    "RSAKey() of Python": `RsaKey(n=${decimal(all.n)}, e=65537, d=${decimal(all.d)}, p=${decimal(all.p)}, q=${decimal(all.q)})`,
    "hex in Go": `D: fromHex("${all.d.toString("hex")}"), Primes: {fromHex("${all.p.toString("hex")}")}`,
  });
}

/** Bare numbers: only the known modulus identifies them. */
const bare = ({ d, p, q }: Numbers): readonly Written[] =>
  named(
    Object.fromEntries(
      Object.entries({ d, p, q }).flatMap(([name, one]) => [
        [`${name}, bare`, one],
        [`${name}, bare, little-endian`, little(one)],
      ]),
    ),
  );
