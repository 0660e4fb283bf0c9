// A wrong share among four of a domain of three of five: the quorum vault names it, whatever it was asked
// for, and others open the domain.
import { expect, it } from "vitest";
import { makeDomain, makeOfficer } from "../../crypto/domain.fixture.ts";
import { readSecurityDomain, utf8 } from "../../crypto/index.ts";
import { openShare, type OfficerShare } from "../../crypto/secret-half.ts";
import { quorumVault } from "./quorum-vault.ts";

const five = makeDomain(5, 3);
const exchange = makeOfficer("Contoso-Recovery").certificate;
const wish = {
  domain: utf8(five.text),
  before: "",
  accepted: [],
  now: Date.parse("2026-11-24T10:00:00Z"),
};

/** The officers' shares of a domain for their keys. */
function sharesOf(text: string): readonly OfficerShare[] {
  const read = readSecurityDomain(utf8(text));
  return five.officers.map(({ pkcs8, certificate }, i) =>
    openShare(read, { pkcs8, warnings: [] }, certificate, i + 1),
  );
}
const right = sharesOf(five.text);
const foreign = sharesOf(makeDomain(5, 3, five.officers).text).slice(3, 4);
const torn = right
  .slice(3, 4)
  .map(({ share: { x, values }, ...rest }) => ({
    ...rest,
    share: { x, values: values.map((value, i) => (i < 20 ? value : (value + 1) % 257)) },
  }));

/** What is said of these officers' shares, the fourth of which may be another. */
async function saidOf(
  work: "prove" | "blob" | "dryRun",
  seats: readonly number[],
  fourth: readonly OfficerShare[] = [],
): Promise<string> {
  const { methods, receive } = quorumVault();
  const given = right.map((share) => fourth.find(({ n }) => n === share.n) ?? share);
  for (const share of given.filter(({ n }) => seats.includes(n))) receive({ share });
  const asked = { ...wish, exchangePem: exchange.pem };
  try {
    await methods[work](asked);
    return "opened";
  } catch (error) {
    return `${(error as { readonly code: string }).code}: ${(error as Error).message}`;
  }
}

const NAMED = "E-SHARE-DAMAGED: Partly damaged: the share of officer 4.";

it.each(["prove", "blob"] as const)("is named, and costs only itself: %s", async (work) => {
  expect(await saidOf(work, [1, 2, 4, 5], torn)).toBe(NAMED);
  expect(await saidOf(work, [1, 2, 4, 5], foreign)).toMatch(
    /^E-SHARE-FOREIGN: .* the share of officer 4\.$/,
  );
  for (const seats of [
    [1, 2, 5],
    [2, 3, 5],
    [1, 2, 4, 5],
  ])
    expect(await saidOf(work, seats)).toBe("opened");
});

it("is named in a dry run", async () => {
  expect(await saidOf("dryRun", [1, 2, 4, 5], torn)).toBe(NAMED);
});

it("is not named among three, for none is to spare", async () => {
  for (const wrong of [torn, foreign])
    expect(await saidOf("blob", [2, 4, 5], wrong)).toMatch(/^E-SHARE-MISMATCH: /);
});
