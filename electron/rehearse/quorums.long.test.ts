// Whole ceremonies at the edges of what Azure takes: an activation, then a dry run and a recovery by the
// last officers who are enough. az opens what was made with a quorum, and refuses one key less.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HSM, keyOf, type Activation } from "../cli/activation.fixture.ts";
import { ceremoniesIn } from "../cli/ceremonies.fixture.ts";
import { sd, temporaryFolder } from "../cli/program.fixture.ts";
import { vectorFile } from "../cli/restore-blob.fixture.ts";
import { seatsOf } from "../ceremony/ceremony.ts";
import { az, passedOver, secretsIn } from "./judges.fixture.ts";

const EDGES = [
  [2, 3],
  [3, 3],
  [3, 5],
  [2, 10],
  [5, 10],
  [10, 10],
] as const;

/** One for each officer. */
const PASSPHRASES = seatsOf(10).map((seat) => `the passphrase of officer ${String(seat)}`);

/** How many groups of `quorum` there are. */
const groupsOf = (officers: number, quorum: number): number =>
  seatsOf(quorum).reduce((groups, n) => (groups * (officers - quorum + n)) / n, 1);

describe.each(EDGES)("a quorum of %i of %i officers", (quorum, officers) => {
  const { at, dataOf, rehearse } = ceremoniesIn(`quorum-${String(quorum)}-of-${String(officers)}`);
  const seats = seatsOf(officers).slice(-quorum);
  const come = ["--officer", ...seats.map(String)];
  const roles = seats.map((seat) => `officer-${String(seat)}`);

  it("is activated, tried, and recovered with, and each record verifies", async () => {
    writeFileSync(at("passphrases"), `${PASSPHRASES.join("\n")}\n`);
    const counts = ["--officers", String(officers), "--quorum", String(quorum)];
    for (const [script, flags] of [
      ["activation", counts],
      ["dry-run", come],
      ["recovery", come],
    ] as const) {
      const played = await rehearse(script, script, ...flags);
      expect(played.code, played.errors).toBe(0);
      const verified = await sd(["verify", at(script)]);
      expect(verified.code, verified.errors).toBe(0);
      expect(dataOf(script, "opened")).toMatchObject({ officers, required: quorum });
    }
    const { subsets } = dataOf("activation", "quorum-proven");
    expect(new Set(subsets.map((subset) => JSON.stringify(subset))).size).toBe(
      groupsOf(officers, quorum),
    );
    expect(dataOf("dry-run", "dry-run-passed").officers).toEqual(roles);
    expect(dataOf("recovery", "blob-made").officers).toEqual(roles);
  });

  it.skipIf(passedOver)("is what az needs, and one key less is refused", async () => {
    const domain = at("media", "domain-copy", `${HSM}-SD.json`);
    const exchange = vectorFile("2of3-rsa2048", "exchange.pem");
    const asked = async (some: readonly number[]) => {
      const home = temporaryFolder();
      const out = join(home, "blob.json");
      const { code } = await az(home, [
        ...["keyvault", "security-domain", "restore-blob", "--sd-file", domain],
        ...["--sd-exchange-key", exchange, "--sd-file-restore-blob", out, "--sd-wrapping-keys"],
        ...some.map((seat) => keyOf({ media: at("media") } as Activation, seat)),
        ...["--passwords", ...some.map((seat) => PASSPHRASES[seat - 1] ?? "")],
      ]);
      return { code, blob: existsSync(out) ? readFileSync(out, "utf8") : null };
    };
    const { code, blob } = await asked(seats);
    expect(code).toBe(0);
    const key = readFileSync(vectorFile("2of3-rsa2048", "exchange.key"), "utf8");
    expect(Object.keys(await secretsIn(blob ?? "", key))).toHaveLength(3);
    const short = await asked(seats.slice(1));
    expect(short.code).not.toBe(0);
    expect(short.blob).toBeNull();
  });
});
