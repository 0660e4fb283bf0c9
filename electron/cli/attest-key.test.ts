// `sd attest-key` tells attested, not attested and refused apart, by word and exit code.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import {
  expectRefusal,
  sd,
  sdJson,
  temporaryFolder,
  warningsIn,
  type Ended,
} from "./program.fixture.ts";

const vector = (name: string): string =>
  fileURLToPath(new URL(`../../crypto/vectors/key-attestation/${name}`, import.meta.url));
const ANSWER = vector("answer.json");
const DAY = ["--at", "2026-11-27"] as const;
const UNDER_ITS_ROOT = ["--rehearsal-root", vector("card-root.pem"), ...DAY] as const;

/** The answer with a change, in a file. */
function written(change: (answer: Record<string, unknown>) => void): string {
  const answer = JSON.parse(readFileSync(ANSWER, "utf8")) as Record<string, unknown>;
  change(answer);
  const file = join(temporaryFolder(), "answer.json");
  writeFileSync(file, JSON.stringify(answer));
  return file;
}

function expectUntrusted({ code, out, errors }: Ended): void {
  expect([code, out.split("\n")[0]]).toEqual([1, "refused: do not rely on this key."]);
  expect(errors).toContain("E-KA-UNTRUSTED: The key's attestation fails check ");
  // Nothing of what it says is repeated.
  expect(out).not.toContain("Contoso");
}

it("a rehearsal's key is attested under its root, named and warned about", async () => {
  const ended = await sd(["attest-key", ANSWER, ...UNDER_ITS_ROOT]);
  expect([ended.code, warningsIn(ended.errors)]).toEqual([0, ["W-KA-REHEARSAL-ROOT"]]);
  expect(ended.out).toContain("attested: under the root of a rehearsal's cards");
  expect(ended.out).toContain("Key: /keys/Contoso-DISK-CMK/0123456789abcdef0123456789abcdef");
  expect(ended.out).toMatch(/give --pool-root [0-9a-f]{64} from now on/);
});

it("the HSM's root is learnt at the first look, and compared from then on", async () => {
  const first = await sdJson(["attest-key", ANSWER, ...UNDER_ITS_ROOT]);
  const { poolRoot } = first.result["place"] as { poolRoot: { hex: string } };
  const again = await sdJson([
    "attest-key",
    ANSWER,
    ...UNDER_ITS_ROOT,
    "--pool-root",
    poolRoot.hex,
  ]);
  expect([again.code, again.result["poolRootGiven"]]).toEqual([0, true]);
  const other = "0".repeat(64);
  const refused = await sd(["attest-key", ANSWER, ...UNDER_ITS_ROOT, "--pool-root", other]);
  expectUntrusted(refused);
  expect(refused.out).toContain("FAILS  The HSM's root is the one that was given.");
});

it("nothing is attested by the maker's own root, or on a day when it was not valid", async () => {
  expectUntrusted(await sd(["attest-key", ANSWER, ...DAY]));
  const root = UNDER_ITS_ROOT.slice(0, 2);
  expectUntrusted(await sd(["attest-key", ANSWER, ...root, "--at", "2045-01-01"]));
});

it("without the key it is not attested; with the one that is meant it is, with another refused", async () => {
  const bare = written((answer) => delete answer["key"]);
  const ended = await sd(["attest-key", bare, ...UNDER_ITS_ROOT]);
  expect([ended.code, ended.out.split("\n")[0]]).toEqual([
    3,
    "not-attested: a genuine card signed this, but of which key was not compared: give --key.",
  ]);
  expect((await sd(["attest-key", bare, "--key", ANSWER, ...UNDER_ITS_ROOT])).code).toBe(0);
  const other = written((answer) => {
    Object.assign(answer["key"] as object, { n: "AQAB" });
  });
  expectUntrusted(await sd(["attest-key", bare, "--key", other, ...UNDER_ITS_ROOT]));
});

it("another file is refused as such", async () => {
  expectRefusal(await sd(["attest-key", vector("card-root.pem")]), "E-KA-SHAPE");
  expectRefusal(await sd(["attest-key"]), "E-USAGE", 2);
});
