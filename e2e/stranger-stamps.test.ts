// What timestamps show: the app, the browser page and the Python verifier, which share no code, say the same of
// each, good and bad; and Debian's rfc3161ng of the good ones whose form it reads.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  ACCURACY,
  answer,
  answerByRsa,
  answerOf,
  BAD,
  contoso as one,
  GOOD,
  IMPRINT,
  KEY_KINDS,
  NONCE,
  rsa,
  STRICTER,
} from "../crypto/timestamp-cases.fixture.ts";
import {
  checkTimestamp,
  isFault,
  readAuthority,
  toHex,
  utf8,
  type Authority,
} from "../crypto/index.ts";
import { chain, contoso, entries, fabrikam, record } from "../electron/evidence/stamps.fixture.ts";
import { makeAnswer, makeParty } from "../crypto/timestamp-maker.fixture.ts";
import { checkStamps, type Stamp } from "../electron/evidence/stamps.ts";
import { verifierProgram, type StampFound } from "../electron/evidence/verifier.fixture.ts";
import type { Entry } from "../electron/journal/journal.ts";

const long = process.env["LONG"] === "1";
/** Every so many bytes one is changed. */
const EVERY = long ? 3 : 61;
const page = verifierProgram();

interface Case {
  readonly name: string;
  readonly record: Uint8Array;
  readonly entries: readonly Entry[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly pems: readonly string[];
  readonly now: string;
}

const headOf = (imprint: Uint8Array): Entry => ({ ...entries[0]!, hash: toHex(imprint) });
/** One timestamp of a head, on the day after. */
const single = (name: string, file: Uint8Array): Case => ({
  name,
  record,
  entries: [headOf(IMPRINT)],
  files: new Map([["1-1.tsr", file]]),
  pems: [one.root.pem],
  now: "2026-12-02T00:00:00Z",
});

const good = [
  ...KEY_KINDS.map((kind) => single(`a key of ${kind}`, answerOf(kind))),
  ...GOOD.map(([name, form]) => single(name, answer(form))),
  single("accuracy", answer({ accuracy: ACCURACY, time: "20261201120000.5Z", tsa: "Contoso TSA" })),
];
const bad = [...BAD, ...STRICTER].map(([name, , make]) => single(name, make()));
const odd = [new Uint8Array(), utf8("no"), one.root.der, IMPRINT].map((file, i) =>
  single(`no answer ${String(i)}`, file),
);
const base = answer({ nonce: NONCE });
const changed = Array.from({ length: Math.ceil(base.length / EVERY) }, (_, n) =>
  single(
    `byte ${String(n * EVERY)}`,
    Uint8Array.from(base, (byte, at) => (at === n * EVERY ? byte ^ 1 : byte)),
  ),
);

const pems = [contoso.root.pem, fabrikam.root.pem];
const yearly = (name: string, now: string, without = "", only = pems): Case => ({
  name: `${name}, ${now.slice(0, 4)}`,
  record,
  entries,
  files: new Map([...chain.files].filter(([file]) => without === "" || !file.startsWith(without))),
  pems: only,
  now,
});
const years = [
  yearly("all", "2027-06-01T00:00:00Z"),
  yearly("all", "2030-06-01T00:00:00Z"),
  yearly("all", "2041-06-01T00:00:00Z"),
  yearly("all", "2046-06-01T00:00:00Z"),
  yearly("without the third year's", "2041-06-01T00:00:00Z", "3-"),
  yearly("without the last year's", "2031-06-01T00:00:00Z", "5-"),
  yearly("by one authority", "2041-06-01T00:00:00Z", "", pems.slice(1)),
  yearly("by nobody", "2041-06-01T00:00:00Z", "", []),
  {
    ...yearly("of a longer record", "2027-06-01T00:00:00Z"),
    entries: [...entries, headOf(IMPRINT)],
  },
  { ...yearly("of another record", "2041-06-01T00:00:00Z"), record: utf8("another") },
];
const all: readonly Case[] = [...good, ...bad, ...odd, ...changed, ...years];

const authorityOf = (pem: string): Authority => {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----/g, ""), "base64");
  return readAuthority(new Uint8Array(der))!;
};
const sameOf = ({ file, entries: count, code, check, shown }: StampFound): StampFound => ({
  file,
  entries: count,
  code,
  check,
  shown: shown && { latest: shown.latest, until: shown.until, by: shown.by },
});

const ownOf = ({ file, entries: count, timestamp, refusal, witnessed }: Stamp): StampFound => ({
  file,
  entries: count,
  code: refusal?.code ?? "",
  check: timestamp?.checks.find(({ ok }) => !ok)?.check ?? "",
  shown: witnessed && {
    latest: witnessed.latest.getTime(),
    until: witnessed.until.getTime(),
    by: witnessed.authoritySha256,
  },
});

const own = (given: Case): readonly StampFound[] =>
  checkStamps(given, given.pems.map(authorityOf), new Date(given.now)).map(ownOf);

async function onThePage(given: Case): Promise<readonly StampFound[]> {
  const files = new Map([...given.files].map(([name, bytes]) => [`stamps/${name}`, bytes]));
  files.set("record.jsonl", given.record);
  const authorities = await Promise.all(given.pems.map((pem) => page.authorityIn(pem)));
  const now = Date.parse(given.now);
  return (await page.judgeStamps(files, given.entries, authorities, now)).map(sameOf);
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

function strangers(cases: readonly Case[]): readonly (readonly StampFound[])[] {
  const lines = cases.map((given) =>
    JSON.stringify({
      record: base64(given.record),
      heads: given.entries.map(({ hash }) => hash),
      files: Object.fromEntries([...given.files].map(([name, bytes]) => [name, base64(bytes)])),
      authorities: given.pems,
      now: Date.parse(given.now),
    }),
  );
  const words = ["-B", join(import.meta.dirname, "stranger"), "--stamps"];
  const run = spawnSync("python3", words, { input: `${lines.join("\n")}\n`, encoding: "utf8" });
  expect(run.stderr).toBe("");
  return run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as readonly StampFound[]).map(sameOf));
}

let theirs: ReadonlyMap<Case, readonly StampFound[]>;
beforeAll(() => {
  const said = strangers(all);
  expect(said).toHaveLength(all.length);
  theirs = new Map(all.map((given, n) => [given, said[n]!]));
});

describe("what a timestamp shows", () => {
  it.each(all)("is the same for the app, the page and a stranger: $name", async (given) => {
    const wanted = own(given);
    expect(wanted.length).toBeGreaterThan(0);
    expect(await onThePage(given)).toEqual(wanted);
    expect(theirs.get(given)).toEqual(wanted);
  });

  it("is a time for each good one, and a refusal for each bad one", () => {
    for (const given of good) expect([given.name, own(given)[0]?.code]).toEqual([given.name, ""]);
    for (const given of [...bad, ...odd])
      expect([given.name, own(given)[0]?.shown]).toEqual([given.name, null]);
    expect(own(years[2]!).every(({ shown }) => shown !== null)).toBe(true);
  });

  it("is nothing by an authority that is none", async () => {
    expect(await page.authorityIn(one.signer.pem)).toBeNull();
    expect(await page.authorityIn("no PEM")).toBeNull();
  });
});

const PYTHON = "/usr/bin/python3";
const withoutJudge =
  process.env["CI"] !== "true" && spawnSync(PYTHON, ["-c", "import rfc3161ng"]).status !== 0;

/** Tokens of an RSA key, which are all that it reads, with the nonce that is asked for. */
const tokens: readonly (readonly [string, Uint8Array, string | null])[] = [
  ["a good one", answerByRsa(), null],
  ["with an accuracy", answerByRsa({ accuracy: ACCURACY }), null],
  ["with both names", answerByRsa({ names: ["sha1", "sha512"] }), null],
  ["over SHA-512", answerByRsa({ hash: "sha512" }), null],
  ["with its nonce", answerByRsa({ nonce: NONCE }), toHex(NONCE)],
  ["with another nonce", answerByRsa({ nonce: Uint8Array.of(1) }), toHex(NONCE)],
  ["about something else", answerByRsa({ digested: IMPRINT }), null],
  [
    "by another key",
    answerByRsa({ signer: { ...rsa, pkcs8: makeParty("", null, { kind: "rsa" }).pkcs8 } }),
    null,
  ],
  ["under another hash's name", answerByRsa({ imprintHash: "sha512" }), null],
  ["of another digest", makeAnswer(rsa, IMPRINT.slice().reverse(), { certificates: [rsa] }), null],
  ["of other content", answerByRsa({ contentType: "1.2.840.113549.1.7.1" }), null],
  ["refused", answerByRsa({ status: 2 }), null],
];
/** The checks that it makes too. */
const SHARED = ["imprint", "nonce", "attributes", "signature"];

function isGoodInTheApp(file: Uint8Array, nonce: string | null): boolean {
  try {
    const asked = { hash: "sha256", imprint: IMPRINT, nonce } as const;
    const { checks } = checkTimestamp(file, asked, [authorityOf(one.root.pem)]);
    return checks.every(({ check, ok }) => ok || !SHARED.includes(check));
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}

describe.skipIf(withoutJudge)("rfc3161ng (needs python3-rfc3161ng)", () => {
  it("says the same of each: who signed it, over what, and for which request", () => {
    const input = tokens.map(([, file, nonce]) =>
      JSON.stringify({
        answer: base64(file),
        certificate: rsa.pem,
        digest: toHex(IMPRINT),
        hash: "sha256",
        nonce,
      }),
    );
    const driver = join(import.meta.dirname, "rfc3161ng.fixture.py");
    const { stdout, stderr } = spawnSync(PYTHON, ["-B", driver], {
      input: `${input.join("\n")}\n`,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const said = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as boolean);
    expect(tokens.map(([name], n) => [name, said[n]])).toEqual(
      tokens.map(([name, file, nonce]) => [name, isGoodInTheApp(file, nonce)]),
    );
    expect(said.filter(Boolean)).toHaveLength(5);
  });
});
