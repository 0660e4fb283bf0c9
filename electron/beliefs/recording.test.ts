// A recording has nothing in it of the HSM's owner, whatever was in the exchange, and can be read again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import type { Exchange } from "./beliefs.ts";
import { readRecording, recorder, SITTING } from "./recording.ts";
import { WORDS } from "./words.ts";

const KEY = "0123456789abcdef0123456789abcdef";
const FORMAT = readFileSync(join(import.meta.dirname, "FORMAT.md"), "utf8");

const ASKED = {
  method: "GET",
  path: "/keys/Contoso-DISK-CMK/78deebed173b48e48f55abf87ed4cf71",
  authorized: true,
  body: utf8(""),
} as const;

const answered = (given: Partial<Exchange["given"]>, asked: Partial<Exchange> = {}): Exchange => ({
  ...ASKED,
  ...asked,
  given: { status: 200, headers: {}, ...given },
});

const recorded = (...exchanges: readonly Exchange[]): string =>
  SITTING + exchanges.map(recorder(KEY)).join("");

const readBack = (text: string): readonly Exchange[] => {
  const read = readRecording(utf8(text));
  if (!read.ok) throw new Error(`Line ${String(read.line)} of ${text}`);
  return read.sittings.flat();
};

it("the example of FORMAT.md is what is written, and is read", () => {
  const [, example = ""] = /```json\n([^]*?)```/.exec(FORMAT) ?? [];
  const shown = answered({
    headers: {
      "content-type": "application/json; charset=utf-8",
      "x-ms-keyvault-region": "westeurope",
      "x-ms-keyvault-network-info": "addr=203.0.113.9",
    },
    body: {
      key: { kid: `https://contoso-hsm.managedhsm.azure.net${ASKED.path}`, kty: "RSA-HSM" },
      attributes: { enabled: true, created: 1764633600, recoverableDays: 90 },
      tags: { "cost centre": "Vault 7" },
    },
  });
  expect(recorded(shown)).toBe(example);
  expect(readBack(example)).toHaveLength(1);
});

describe("what is replaced", () => {
  it("is the same each time in one sitting, in every place, and another in the next", () => {
    const exchange = answered({
      body: { kid: "https://contoso.managedhsm.azure.net/keys/Salary" },
    });
    const [one, two] = readBack(recorded(exchange, { ...exchange, path: "/keys/Salary/versions" }));
    const name = /keys\/(X[a-z]{5})"/i.exec(JSON.stringify(one?.given.body))?.[1];
    expect(two?.path).toBe(`/keys/${name ?? "none"}/versions`);
    expect(recorder(KEY.replace("0", "1"))(exchange)).not.toBe(recorder(KEY)(exchange));
  });

  it("keeps its kind, its length and its case", () => {
    const values = [
      "5d000000-0000-4000-8000-00000000000a",
      "5D000000-0000-4000-8000-00000000000A",
      "78deebed173b48e48f55abf87ed4cf71",
      "mhsm-contoso-2023112206465081",
      "westeurope",
      "Jörg Müller",
    ];
    const [read] = readBack(recorded(answered({ body: { value: values } })));
    const { value } = read?.given.body as { readonly value: readonly string[] };
    for (const [n, form] of [
      /^0[0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      /^0[0-9A-F]{7}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/,
      /^0[0-9a-f]{31}$/,
      /^mhsm-x[a-z]{6}-0\d{15}$/,
      /^x[a-z]{9}$/,
      /^Xxx[a-z] Xxx[a-z]{3}$/,
    ].entries()) {
      expect(value[n]).toMatch(form);
      expect(value[n]).toHaveLength(values[n]?.length ?? 0);
    }
  });

  it("leaves how an answer was sent: a mark, a member twice, a break, bytes that are no text", () => {
    const sent = [
      { bytes: utf8('\ufeff{"value":[]}') },
      { bytes: utf8('{"value":1,"value":2}') },
      { bytes: utf8('{"value":[{"kid'), cut: 15 },
      { bytes: Uint8Array.of(0x1f, 0x8b, 0xff), headers: { "content-encoding": "gzip" } },
      { bytes: utf8("<html><body>Our services aren't available right now.</body></html>") },
    ];
    const read = readBack(recorded(...sent.map((given) => answered(given))));
    expect(read.map(({ given: { bytes, cut } }) => ({ bytes, cut }))).toEqual(
      sent.map(({ bytes, cut }, n) => ({ bytes: n === 3 ? undefined : bytes, cut })),
    );
  });
});

/** Secrets of every kind that an answer of Azure's may have. */
const secret = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[a-z]{9,20}$/),
  fc.stringMatching(/^[A-Z][a-zA-Z0-9]{9,40}$/),
  fc.stringMatching(/^\d{5,20}$/),
  fc.stringMatching(/^[0-9a-f]{16,64}$/),
  fc.stringMatching(/^[A-Za-z0-9+/]{20,40}==$/),
  fc.stringMatching(/^[a-z]{7}\.[a-z]{8}\\?"?[a-z]{9}$/),
  fc.stringMatching(/^[\u00c0-\u024f]{4}[a-z0-9]{8}$/),
);

const members = [...WORDS].filter((word) => /^[a-z]/.test(word));

/** Whether a run of it would survive only as a word of the protocol. */
const isOwn = (text: string): boolean =>
  (text.match(/[A-Za-z0-9]+/g) ?? []).every((run) => !WORDS.has(run));

it("no secret of an exchange is in its recording, wherever it was", () => {
  fc.assert(
    fc.property(
      fc.array(secret.filter(isOwn), { minLength: 8, maxLength: 8 }),
      fc.constantFrom(...members),
      fc.constantFrom(...members),
      (secrets, member, other) => {
        const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = ""] = secrets;
        const exchange = answered(
          {
            headers: { location: a, "www-authenticate": `Bearer token="${b}"`, "x-ms-client": c },
            body: {
              [member]: d,
              [e]: { [other]: [f, { [other]: JSON.stringify({ [member]: g, [b]: h }) }] },
            },
          },
          {
            path: `/keys/${encodeURIComponent(c)}/versions`,
            body: utf8(JSON.stringify({ [member]: a, token: `?sig=${h}` })),
          },
        );
        const text = recorded(exchange);
        for (const one of secrets) {
          expect(text).not.toContain(one);
          for (const run of one.match(/[A-Za-z0-9]{5,}/g) ?? []) expect(text).not.toContain(run);
        }
        expect(readBack(text)).toHaveLength(1);
      },
    ),
    { seed: 45, numRuns: 60 },
  );
});

describe("a recording that is refused", () => {
  const good = recorded(answered({ body: { value: [] } }));
  it.each([
    ["is empty", "", 1],
    ["does not say what it is", good.replace(SITTING, ""), 1],
    [
      "has a name in it that nobody replaced",
      good.replace('"path":"/keys/X', '"path":"/keys/C'),
      2,
    ],
    ["has another member", good.replace('"authorized"', '"ip":"0","authorized"'), 2],
    ["has another header", good.replace('"headers":{', '"headers":{"set-cookie":"x"'), 2],
    [
      "has an answer of another kind",
      good.replace('"answer":"', '"answer":["').replace(/"}\n$/, '"]}\n'),
      2,
    ],
    ["is no JSON", `${good}{\n`, 3],
    ["is no text", "\udc00", 1],
  ])("%s", (_, text, line) => {
    const bytes = text === "\udc00" ? Uint8Array.of(0xff) : utf8(text);
    expect(readRecording(bytes)).toEqual({ ok: false, line });
  });

  it("but a last line that was cut off is no part of it", () => {
    const two = good + recorder(KEY)(answered({ body: { value: [] } }));
    expect(readBack(two.slice(0, -5))).toHaveLength(1);
    expect(readBack(two)).toHaveLength(2);
  });
});
