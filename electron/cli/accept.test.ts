// `sd restore-blob --accept`: what is not about cryptography can be overruled, and it is said.
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { certificateOf, pemOf, validityOf } from "../../crypto/certificate.fixture.ts";
import { ACCEPTABLE } from "../../crypto/index.ts";
import { secretsIn } from "../rehearse/judges.fixture.ts";
import { sha256OfExchange } from "./exchange.fixture.ts";
import { CANARY, expectRefusal, sd, warningsIn } from "./program.fixture.ts";
import {
  argumentsOf,
  changeDomain,
  changePart,
  expectRefused,
  filesOf,
  flipped,
  restore,
  vectorFile,
  type Files,
} from "./restore-blob.fixture.ts";

const NAME = "2of3-rsa2048";
const QUIET = ["W-XK-NOT-ATTESTED", "W-KEY-UNPROTECTED", "W-KEY-UNPROTECTED"];

async function expectSecrets({ out }: Files): Promise<void> {
  const secret = JSON.parse(readFileSync(vectorFile(NAME, "secret.json"), "utf8")) as unknown;
  const exchangeKey = readFileSync(vectorFile(NAME, "exchange.key"), "utf8");
  expect(await secretsIn(readFileSync(out, "utf8"), exchangeKey)).toEqual(secret);
}

describe("a domain with something new", () => {
  it.each<[string, (files: Files) => void]>([
    [
      "E-SD-UNKNOWN-MEMBER",
      (files) => {
        changeDomain(files, (domain) => Object.assign(domain, { [CANARY]: [CANARY] }));
      },
    ],
    [
      "E-SD-VERSION",
      (files) => {
        changeDomain(files, (domain) => {
          domain.version = 3;
        });
      },
    ],
  ])("is refused with %s, and restored where that is accepted", async (code, change) => {
    const files = filesOf();
    change(files);
    await expectRefused(files, code);
    await expectRefused(
      files,
      code,
      [1, 2],
      ["--accept", ...ACCEPTABLE.filter((other) => other !== code)],
    );
    const ended = await restore(files, [1, 2], ["--accept", code]);
    expect({ code: ended.code, warnings: warningsIn(ended.errors) }).toEqual({
      code: 0,
      warnings: ["W-ACCEPTED", ...QUIET],
    });
    expect(ended.errors).toContain(`The security domain was read despite ${code};`);
    await expectSecrets(files);
  });

  it("is refused anyway if its data is not authentic", async () => {
    const files = filesOf();
    changeDomain(files, (domain) => {
      Object.assign(domain, { [CANARY]: 1 });
      const [entry] = domain.EncData.data;
      entry!.compact_jwe = changePart(entry!.compact_jwe, 3, flipped);
    });
    const { warnings } = await expectRefused(
      files,
      "E-JWE-AUTH",
      [1, 2],
      ["--accept", ...ACCEPTABLE],
    );
    expect(warnings).toEqual(["W-ACCEPTED", ...QUIET]);
  });
});

it("what was accepted and not needed changes nothing", async () => {
  const files = filesOf();
  const ended = await restore(files, [1, 2], ["--accept", ...ACCEPTABLE]);
  expect({ code: ended.code, warnings: warningsIn(ended.errors) }).toEqual({
    code: 0,
    warnings: QUIET,
  });
  await expectSecrets(files);
});

it.each(["E-JWE-AUTH", "E-JWE-TAG-LENGTH", "E-JWE-ALG", "E-SD-DUPKEY", "E-QUORUM-SHORT", CANARY])(
  "%s is never accepted: the codes that can be are listed",
  async (code) => {
    const more = ["--accept", "E-SD-VERSION", code];
    const ended = await sd(argumentsOf(filesOf(), [1, 2], more));
    expectRefusal(ended, "E-USAGE", 2);
    for (const one of ACCEPTABLE) expect(ended.errors).toContain(one);
  },
);

it("B044 an exchange key that has expired is accepted, with W-CERT-TIME", async () => {
  const files = filesOf();
  const validity = validityOf("200101000000Z", "210101000000Z");
  writeFileSync(files.exchange, pemOf(certificateOf({ validity })));
  const confirming = ["--exchange-sha256", sha256OfExchange(files.exchange)];
  const { code, errors } = await restore({ ...files, confirming });
  expect(code).toBe(0);
  expect(errors).toMatch(
    /^W-CERT-TIME: The exchange key: A certificate is expired: good from 2020-01-01T/m,
  );
});

it("B067 an exchange key without a quote is accepted, with W-XK-NOT-ATTESTED", async () => {
  const { code, errors } = await restore(filesOf());
  expect({ code, warnings: warningsIn(errors) }).toEqual({ code: 0, warnings: QUIET });
});
