// Answers are text of strangers too: whatever is beside what a proof checks, above or below it, changes
// nothing, and a secret anywhere in any answer is refused.
import { describe, expect, it } from "vitest";
import { isFault } from "../../../crypto/errors.ts";
import { CHECK_NAMES, type CheckName } from "./checks.ts";
import { asAz, contoso, KNOWN, rightFor } from "./right.fixture.ts";
import { verdictOf } from "./verdict.ts";
import { WRONG } from "./wrong.fixture.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const provenBy = (check: CheckName, texts: readonly string[]): boolean =>
  verdictOf(check, contoso, texts.map(bytes), KNOWN, null).proven;

/** The right answers as text. */
const rightTexts = (check: CheckName, shape = (value: unknown): unknown => value) =>
  Object.values(rightFor(check)).map((value) => JSON.stringify(shape(value)));

/** Members that every object of JavaScript has, and that change what is inherited. */
const INHERITED = `"__proto__":{"admin":true},"constructor":{"prototype":{"proven":true}},"toString":"x","hasOwnProperty":1,"valueOf":null`;

const withInherited = (text: string): string =>
  text.startsWith("{") ? `{${INHERITED},${text.slice(1)}` : text;

/** Each answer's members are where only inheritance would find them. */
const inherited = (text: string): string => `{"__proto__":${text}}`;

describe("names of what every object inherits", () => {
  it.each(CHECK_NAMES)("change nothing in the answers to %s, and prove nothing", (check) => {
    for (const shape of [(value: unknown): unknown => value, asAz]) {
      const texts = rightTexts(check, shape);
      // Beside an id of Azure's the added members are just members that nobody checks.
      const beside = texts.map((text) => (/^\{"(id|key)"/.test(text) ? withInherited(text) : text));
      expect(provenBy(check, beside), check).toBe(true);
      expect(provenBy(check, texts.map(inherited)), check).toBe(false);
    }
    expect(({} as Readonly<Record<string, unknown>>)["admin"]).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty("proven");
  });
});

describe("both shapes at once", () => {
  it.each(CHECK_NAMES)("prove %s, in any order, one in each", (check) => {
    const values = Object.values(rightFor(check));
    const mixed = values.map((value, n) => JSON.stringify(n % 2 === 0 ? asAz(value) : value));
    expect(provenBy(check, mixed)).toBe(true);
    expect(provenBy(check, mixed.toReversed())).toBe(true);
    if (check !== "soak")
      expect(provenBy(check, [...mixed, ...rightTexts(check, asAz)]), "said twice").toBe(true);
  });
});

const CANARY = "CANARYq7Zx";

/** What opens something by itself, as Azure and az print it. */
const SECRETS = [
  `"accessToken":"${CANARY}"`,
  `"note":"eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJ${CANARY}hdWQiOiJodHRwczo"`,
  `"uri":"https://a.blob.core.windows.net/c?sv=2024-01-01&sp=rwdl&sig=${CANARY}abcdefghijklmn%3D"`,
  `"x":"AccountEndpoint=https://a;AccountKey=${CANARY};"`,
  `"keys":[{"keyName":"key1","value":"${"A".repeat(76)}${CANARY}=="}]`,
  `"pem":"-----BEGIN RSA PRIVATE KEY-----\\n${CANARY}"`,
  `"administratorLoginPassword":"${CANARY}"`,
  `"output":"{\\"refresh_token\\": \\"${CANARY}\\"}"`,
  `"jwk":{"kty":"RSA","d":"${CANARY}"}`,
  `"kubeconfig":"${CANARY}"`,
] as const;

describe("a secret", () => {
  it.each(CHECK_NAMES)("in any answer to %s is refused, and not said again", (check) => {
    // A soak has thousands of answers, which are all read alike.
    const texts = rightTexts(check).slice(0, 6);
    for (const [at, text] of texts.entries())
      for (const secret of SECRETS) {
        const members = [secret, `"properties":{${secret}}`, `"value":[{"deep":{${secret}}}]`];
        for (const member of members) {
          const spoilt = texts.with(at, `[{${member}},${text}]`);
          const said = refusal(check, spoilt);
          expect([check, secret, said.code]).toEqual([check, secret, "E-ANSWER-SECRET"]);
          expect(said.text).not.toContain(CANARY);
        }
      }
  });
});

/** How it ended: whether it is proven, or the code and what is said with it. */
function refusal(check: CheckName, texts: readonly string[]) {
  try {
    return { code: String(provenBy(check, texts)), text: "" };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { code: error.code, text: `${error.message} ${error.next}` };
  }
}

describe("an answer without end", () => {
  const nested = (open: string, close: string): string =>
    `${open.repeat(5000)}1${close.repeat(5000)}`;
  const LONG = "x".repeat(1024 * 1024);

  it.each([
    ["nested objects", nested('{"properties":', "}"), "E-ANSWER-DEEP"],
    ["nested lists", nested("[", "]"), "E-ANSWER-DEEP"],
    ["nested values", nested('{"value":[', "]}"), "E-ANSWER-DEEP"],
    ["many objects", `[${"{},".repeat(200_000)}{}]`, "E-ANSWER-COUNT"],
    ["a long text", JSON.stringify({ id: LONG, name: LONG, message: LONG }), "not proven"],
    ["a long name", `{"${LONG}":1}`, "not proven"],
    // A search that restarted at each of these would not end within the test's time.
    ["beginnings of tokens", JSON.stringify({ a: "-eyJ".repeat(2_000_000) }), "not proven"],
    ["a number without end", `{"a":${"9".repeat(100_000)}}`, "not proven"],
  ])("is refused, or proves nothing: %s", (_, text, said) => {
    expect(refusal("hsm-created", [text]).code.replace("false", "not proven")).toBe(said);
  });
});

it("at least 100 wrong states differ from each other and make their proof fail", () => {
  const named = new Set(WRONG.map(({ check, state }) => `${check}: ${state}`));
  expect(named.size).toBe(WRONG.length);
  expect(named.size).toBeGreaterThanOrEqual(100);
});
