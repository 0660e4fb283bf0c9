// For tests: whole ceremonies of any number of officers and any quorum: an activation, then others by
// as few officers as are enough.
import { writeFileSync } from "node:fs";
import { expect } from "vitest";
import { ceremoniesIn } from "../cli/ceremonies.fixture.ts";
import { sd } from "../cli/program.fixture.ts";
import { seatsOf } from "../ceremony/ceremony.ts";

/** One for each officer. */
export const PASSPHRASES = seatsOf(10).map((seat) => `the passphrase of officer ${String(seat)}`);

/** How many groups of `quorum` there are. */
const groupsOf = (officers: number, quorum: number): number =>
  seatsOf(quorum).reduce((groups, n) => (groups * (officers - quorum + n)) / n, 1);

/** Where such ceremonies are held, and `hold`, which rehearses and verifies them. */
export function quorumOf(officers: number, quorum: number) {
  const there = ceremoniesIn(`quorum-${String(quorum)}-of-${String(officers)}`);
  const { at, dataOf, rehearse } = there;
  const one = async (script: string, flags: readonly string[]): Promise<void> => {
    const played = await rehearse(script, script, ...flags);
    expect(played.code, played.errors).toBe(0);
    const verified = await sd(["verify", at(script)]);
    expect(verified.code, verified.errors).toBe(0);
    expect(dataOf(script, "opened")).toMatchObject({ officers, required: quorum });
  };
  /** @param seats who come to the ceremonies after the activation */
  const hold = async (scripts: readonly string[], seats: readonly number[]): Promise<void> => {
    writeFileSync(at("passphrases"), `${PASSPHRASES.join("\n")}\n`);
    await one("activation", ["--officers", String(officers), "--quorum", String(quorum)]);
    for (const script of scripts) await one(script, ["--officer", ...seats.map(String)]);
    const { subsets } = dataOf("activation", "quorum-proven");
    expect(new Set(subsets.map((subset) => JSON.stringify(subset))).size).toBe(
      groupsOf(officers, quorum),
    );
    const roles = seats.map((seat) => `officer-${String(seat)}`);
    if (scripts.includes("dry-run"))
      expect(dataOf("dry-run", "dry-run-passed").officers).toEqual(roles);
    if (scripts.includes("recovery"))
      expect(dataOf("recovery", "blob-made").officers).toEqual(roles);
  };
  return { ...there, hold };
}
