// Whole ceremonies at the edges of what Azure takes: an activation, then a dry run and a recovery by the
// last officers who are enough. az opens what was made with a quorum, and refuses one key less.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HSM, keyOf, type Activation } from "../cli/activation.fixture.ts";
import { temporaryFolder } from "../cli/program.fixture.ts";
import { vectorFile } from "../cli/restore-blob.fixture.ts";
import { seatsOf } from "../ceremony/ceremony.ts";
import { az, passedOver, secretsIn } from "./judges.fixture.ts";
import { PASSPHRASES, quorumOf } from "./quorums.fixture.ts";

const EDGES = [
  [2, 3],
  [3, 3],
  [3, 5],
  [2, 10],
  [5, 10],
  [10, 10],
] as const;

describe.each(EDGES)("a quorum of %i of %i officers", (quorum, officers) => {
  const { at, hold } = quorumOf(officers, quorum);
  const seats = seatsOf(officers).slice(-quorum);

  it("is activated, tried, and recovered with, and each record verifies", () =>
    hold(["dry-run", "recovery"], seats));

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
