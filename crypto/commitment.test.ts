// A commitment shows that the domain's secret was at hand, after each that was shown before; it
// shows nothing of what was opened.
import { afterEach, describe, expect, test, vi } from "vitest";
import { fromHex, toHex, utf8 } from "./bytes.ts";
import { commitmentTo } from "./commitment.ts";
import { makeDomain } from "./domain.fixture.ts";
import * as forge from "./forge.ts";
import { readSecurityDomain } from "./index.ts";
import * as native from "./native.ts";
import { openShare } from "./officer-share.ts";
import * as quorum from "./quorum.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { sharesOf } from "./vectors.fixture.ts";

vi.mock("./forge.ts", { spy: true });
vi.mock("./native.ts", { spy: true });
vi.mock("./quorum.ts", { spy: true });
afterEach(() => {
  vi.restoreAllMocks();
});

const { domain, shares } = sharesOf("2of3-rsa2048");
const two = shares.slice(0, 2);
const sumOf = (commitment: string): string => native.sha256Hex(fromHex(commitment)!);

describe("a commitment to what was opened", () => {
  test("is the same from every quorum, and follows the one before", () => {
    const first = commitmentTo(domain, two, "");
    expect(commitmentTo(domain, shares.slice(1), "")).toBe(first);
    expect(commitmentTo(domain, shares, "")).toBe(first);
    const second = commitmentTo(domain, two, first);
    expect(sumOf(second)).toBe(first);
    expect(sumOf(commitmentTo(domain, shares, second))).toBe(second);
  });

  test("is the first one if the record before has one of something else", () => {
    const first = commitmentTo(domain, two, "");
    expect(commitmentTo(domain, two, sumOf(first))).toBe(first);
    expect(commitmentTo(domain, two, native.sha256Hex(utf8("another")))).toBe(first);
  });

  test("is another one for other entries, another secret, or another file of the same", () => {
    const officers = makeDomain(3, 2).officers;
    const [one, other] = [makeDomain(3, 2, officers), makeDomain(3, 2, officers)];
    const of = (text: string) => {
      const read = readSecurityDomain(utf8(text));
      const opened = officers
        .slice(0, 2)
        .map(({ pkcs8, certificate }, i) =>
          openShare(read, { pkcs8, warnings: [] }, certificate, i + 1),
        );
      return commitmentTo(read, opened, "");
    };
    expect(new Set([of(one.text), of(other.text), of(`${one.text}\n`)]).size).toBe(3);
    expect(of(one.text)).toBe(of(one.text));
  });

  test("needs a quorum", () => {
    expect(refusalOf(() => commitmentTo(domain, shares.slice(0, 1), "")).code).toBe(
      "E-QUORUM-SHORT",
    );
  });
});

describe.each([
  ["node-forge", forge, native],
  ["node:crypto", native, forge],
] as const)("when %s lies", (_, engine, other) => {
  test.each([0, 1, 3])("about a commitment, after %i HMACs, the step stops", (right) => {
    const { withOpened } = quorum;
    vi.mocked(quorum.withOpened).mockImplementationOnce((of, given, make) =>
      withOpened(of, given, (secret, entries) => {
        for (let n = 0; n < right; n++)
          vi.mocked(engine.hmac512).mockImplementationOnce((key, data) => other.hmac512(key, data));
        vi.mocked(engine.hmac512).mockImplementationOnce(() => new Uint8Array(64));
        return make(secret, entries);
      }),
    );
    expect(refusalOf(() => commitmentTo(domain, two, "")).code).toBe("E-DOUBLE-ENTRY");
  });
});

test("nothing of what it is made from stays in memory", () => {
  const { withOpened } = quorum;
  const made: Uint8Array[] = [];
  vi.mocked(quorum.withOpened).mockImplementationOnce((of, given, make) =>
    withOpened(of, given, (secret, entries) => {
      vi.mocked(forge.hmac512).mockClear();
      const found = make(secret, entries);
      const results = vi.mocked(forge.hmac512).mock.results;
      made.push(secret, ...entries.map(({ plaintext }) => plaintext));
      made.push(...results.map(({ value }) => value as Uint8Array));
      return found;
    }),
  );
  commitmentTo(domain, two, "");
  expect(made).toHaveLength(2 * domain.entries.length + 2);
  for (const bytes of made) expect(toHex(bytes)).toMatch(/^0+$/);
});
