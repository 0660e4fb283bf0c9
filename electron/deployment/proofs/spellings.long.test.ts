// Each belief about how Azure writes what proofs read, turned around for each proof: SPELLED.md.
import { expect, it } from "vitest";
import { CHECK_NAMES } from "./checks.ts";
import { findingsOn, respelledFor, SPELLINGS } from "./spellings.fixture.ts";

it("each other spelling is proven, or shown as what it is; the page says which", async () => {
  const rows = SPELLINGS.map((spelling) => {
    const about = CHECK_NAMES.map((check) => ({ check, answers: respelledFor(check, [spelling]) }))
      .filter(({ check, answers }) => differs(answers, respelledFor(check, [])))
      .map(({ check, answers }) => ({ check, findings: findingsOn(check, answers) }));
    const told = about.filter(({ findings }) => findings.length > 0);
    // A value of another kind is shown in quotation marks: what was expected looks otherwise.
    for (const { findings } of told)
      for (const { expected, found } of findings) expect(found).not.toBe(expected);
    if (spelling.isOtherKind !== true) expect(told).toEqual([]);
    expect(about.length).toBeGreaterThan(10);
    const became =
      told.length === 0
        ? "All are proven."
        : `Not proven, and shown: ${told.map(({ check }) => check).join(", ")}.`;
    const { id, believed, why, otherwise } = spelling;
    return `| ${id} | ${believed} | ${why} | ${otherwise} | ${String(about.length)} | ${became} |`;
  });
  await expect([...HEAD, ...rows, ""].join("\n")).toMatchFileSnapshot("SPELLED.md");
});

const differs = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) !== JSON.stringify(other);

const HEAD = [
  "# How Azure writes what proofs read, turned around",
  "",
  "Proofs read answers of Azure of which no real one was ever seen here. Each row is a belief about their spelling; for each",
  "proof, every member of its right answers was written otherwise. Made by `spellings.long.test.ts`; `npm test` tries all other",
  "spellings at once. False answers are in [UNREAD.md](UNREAD.md), the HSM's own protocol is in",
  "[BELIEFS.md](../../beliefs/BELIEFS.md).",
  "",
  "| Row | Believed | Why | Otherwise | Proofs | What became of them |",
  "|---|---|---|---|---|---|",
];
