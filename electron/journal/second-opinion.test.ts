// The format, checked by programs that share no code with us: Python for the chain, openssl for
// signatures.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fromBase64, sha256Hex, toBase64, utf8 } from "../../crypto/index.ts";
import { readChain } from "./chain.ts";
import {
  anyData,
  joined,
  makeOfficer,
  RecordMaker,
  signatureOf,
  signedRecord,
  temporaryFolder,
} from "./record.fixture.ts";
import { verifyRecord } from "./verify.ts";

/** Reads one record per line in base64; prints for each whether form, hashes and chain are valid. */
const VERIFIER = `
import base64, hashlib, json, sys

MEMBERS = {"at", "by", "data", "hash", "prev", "seq", "station", "type"}

def refuse(*_):
    raise ValueError

def members(pairs):
    return refuse() if len({name for name, _ in pairs}) < len(pairs) else dict(pairs)

def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if value is None or (type(value) is int and abs(value) >= 2 ** 53):
        refuse()
    return json.dumps(value, ensure_ascii=False)

def entry_of(line):
    entry = json.loads(line.decode("utf-8"), object_pairs_hook=members,
                       parse_float=refuse, parse_constant=refuse)
    if canonical(entry).encode("utf-8") != line or set(entry) != MEMBERS:
        refuse()
    return entry

def judge(record):
    if not record.endswith(b"\\n"):
        refuse()
    before = None
    for number, line in enumerate(record[:-1].split(b"\\n")):
        entry = entry_of(line)
        said = entry.pop("hash")
        if type(entry["seq"]) is not int or entry["seq"] != number:
            refuse()
        if before is not None and entry["prev"] != before:
            refuse()
        before = hashlib.sha256(canonical(entry).encode("utf-8")).hexdigest()
        if before != said:
            refuse()

for line in sys.stdin:
    try:
        judge(base64.b64decode(line))
        print("sound")
    except (ValueError, TypeError, AttributeError, KeyError):
        print("unsound")
`;

function pythonOn(records: readonly Uint8Array[]): readonly string[] {
  const input = records.map((record) => `${toBase64(record)}\n`).join("");
  const { status, stdout } = spawnSync("python3", ["-c", VERIFIER], { input, encoding: "utf8" });
  expect(status).toBe(0);
  return stdout.trimEnd().split("\n");
}

const ours = (record: Uint8Array): string =>
  record.length > 0 && codeOf(() => readChain(record)) === "nothing thrown" ? "sound" : "unsound";

const record = fc.array(anyData, { minLength: 1, maxLength: 5 }).map((datas) => {
  const maker = new RecordMaker();
  for (const data of datas) maker.add("noted", data);
  return maker.lines;
});

const has = (program: string, arg: string): boolean => spawnSync(program, [arg]).status === 0;
const inCi = process.env["CI"] === "true";

describe.skipIf(!inCi && !has("python3", "-V"))("a verifier in Python (needs python3)", () => {
  it("finds every record valid that we wrote, whatever its data", () => {
    const records = fc.sample(record, { numRuns: 300, seed: 1 }).map(joined);
    records.push(signedRecord([makeOfficer("officer-1")]).bytes);
    expect(pythonOn(records)).toEqual(records.map(() => "sound"));
    expect(records.map(ours)).toEqual(records.map(() => "sound"));
  });

  it("finds every damage that we find", () => {
    const place = fc.nat({ max: 1_000_000 });
    const damaged = fc
      .tuple(record, place, fc.integer({ min: 1, max: 255 }), fc.nat({ max: 5 }))
      .map(([lines, at, mask, kind]) => damage(lines, at, mask, kind));
    const records = fc.sample(damaged, { numRuns: 600, seed: 2 });
    const said = pythonOn(records);
    expect(said).toEqual(records.map(ours));
    expect(said.filter((one) => one === "unsound").length).toBeGreaterThan(500);
  });

  it("refuses the same other encodings although their hashes match", () => {
    const {
      lines: [line = new Uint8Array()],
    } = ((maker) => {
      maker.add("noted", { a: 1, b: "x" });
      return maker;
    })(new RecordMaker());
    const text = new TextDecoder()
      .decode(line)
      .replace(/"hash":"\w+",/, "")
      .trimEnd();
    const records = [
      [":1,", ": 1,"],
      [":1,", ":1.0,"],
      [":1,", ":-0,"],
      [":1,", ":null,"],
      [":1,", ":1e0,"],
      [":1,", ":9007199254740992,"],
      ['"a":1,"b":"x"', '"b":"x","a":1'],
      ['"x"', '"\\u0078"'],
      ['"x"', '"\\ud800"'],
      ['"a":1', '"a":1,"a":1'],
      ['"x"', '"\\/"'],
      [":1,", ":1,"],
    ].map(([from = "", to = ""]) => {
      const changed = text.replace(from, to);
      return utf8(`${changed.replace('"prev"', `"hash":"${sha256Hex(utf8(changed))}","prev"`)}\n`);
    });
    const wanted = records.map((_, n) => (n === records.length - 1 ? "sound" : "unsound"));
    expect(pythonOn(records)).toEqual(wanted);
    expect(records.map(ours)).toEqual(wanted);
  });
});

describe.skipIf(!inCi && !has("openssl", "version"))("openssl (needs openssl)", () => {
  it("verifies a signature over the 64 characters of a hash, and refuses another's", () => {
    const officers = [makeOfficer("officer-1"), makeOfficer("officer-2")];
    const { entries } = verifyRecord(signedRecord(officers).bytes);
    const over = entries[4]?.hash ?? "";
    const [one, two] = officers.map((officer) => signatureOf(officer, over).signature);
    const pem = officers[0]?.certificate.pem ?? "";
    expect(opensslOn(pem, over, one ?? "")).toBe(true);
    expect(opensslOn(pem, over, two ?? "")).toBe(false);
    expect(opensslOn(pem, `${over}\n`, one ?? "")).toBe(false);
  });
});

function opensslOn(pem: string, message: string, signature: string): boolean {
  const folder = temporaryFolder();
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const key = spawnSync("openssl", ["x509", "-pubkey", "-noout"], { input: pem }).stdout;
  const bytes = fromBase64(signature);
  const { status } = spawnSync("openssl", [
    "dgst",
    "-sha256",
    "-verify",
    file("key", key),
    "-sigopt",
    "rsa_padding_mode:pss",
    "-sigopt",
    "rsa_pss_saltlen:32",
    "-signature",
    file("signature", typeof bytes === "number" ? "" : bytes),
    file("message", message),
  ]);
  return status === 0;
}

function damage(lines: readonly Uint8Array[], at: number, mask: number, kind: number): Uint8Array {
  const bytes = joined(lines);
  const n = at % lines.length;
  const line = lines[n] ?? new Uint8Array();
  const place = at % bytes.length;
  switch (kind) {
    case 0:
      return joined([...lines.slice(0, n), ...lines.slice(n + 1)]);
    case 1:
      return joined([...lines.slice(0, n), line, ...lines.slice(n)]);
    case 2:
      return joined([...lines].reverse());
    case 3:
      return bytes.slice(0, place);
    case 4:
      return joined([bytes.subarray(0, place), bytes.subarray(place + 1)]);
    default:
      return bytes.map((byte, k) => (k === place ? byte ^ mask : byte));
  }
}
