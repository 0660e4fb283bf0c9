// Any N and M: every subset opens the same data, and the restore blob carries exactly that.
import { describe, expect, test } from "vitest";
import { makeDomain, makeOfficer } from "./domain.fixture.ts";
import { judgeRestoreBlob, readRestoreBlob, readSecurityDomain, utf8 } from "./index.ts";
import {
  makeRestoreBlob,
  openShare,
  openWithPrivateKey,
  openWithSecret,
  proveQuorum,
} from "./secret-half.ts";

const POOL = Array.from({ length: 10 }, (_, i) => makeOfficer(`officer ${String(i + 1)}`));
const exchange = makeOfficer("exchange", 4096);

describe.each([
  [3, 2],
  [3, 3],
  [4, 2],
  [5, 3],
  [7, 4],
  [10, 2],
  [10, 5],
  [10, 10],
])("%i officers, quorum %i", (n, m) => {
  const made = makeDomain(n, m, POOL);
  const domain = readSecurityDomain(utf8(made.text));
  const shares = POOL.slice(0, n).map(({ pkcs8, certificate }, i) =>
    openShare(domain, { pkcs8, warnings: [] }, certificate, i + 1),
  );

  test("every subset is proven, and no other number of them", () => {
    const choose = (a: number, b: number): number =>
      b === 0 ? 1 : (choose(a - 1, b - 1) * a) / b;
    expect(proveQuorum(domain, shares).subsets).toHaveLength(Math.round(choose(n, m)));
  });

  test("the restore blob opens with the exchange key to the same data", () => {
    const blob = readRestoreBlob(
      utf8(makeRestoreBlob(domain, shares.slice(-m), exchange.certificate)),
    );
    judgeRestoreBlob(blob, exchange.certificate, domain);
    const secret = openWithPrivateKey(blob.wrappedKey, exchange.pkcs8);
    const opened = new Map(openWithSecret(blob.entries, secret).map((e) => [e.tag, e.plaintext]));
    expect(opened).toEqual(made.plaintexts);
    expect(secret).not.toEqual(made.secret);
  });
});
