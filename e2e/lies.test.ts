// The page LIES.md says what becomes of every lie; those that no rule refuses are told here, and what the verdict says.
import process from "node:process";
import { describe, expect, it } from "vitest";
import { verifyRecord } from "../electron/journal/verify.ts";
import { honestOnes, told } from "../electron/meaning/lies.fixture.ts";
import { tellsOf, TOLD, type ToldLie } from "../electron/meaning/lies-told.fixture.ts";
import { makePool } from "../electron/meaning/pool.fixture.ts";
import { rely } from "../electron/meaning/reliance.ts";
import { liesText } from "./lies.fixture.ts";

const honest = honestOnes(makePool());
const MOST = 40;
/** In `npm test` every second. */
const lies = process.env["LONG"] === "1" ? TOLD : TOLD.filter((_, n) => n % 2 === 0);

/** The first honest ceremony with what the lie changes, changed and signed. */
function toldOf(lie: ToldLie) {
  for (let seed = 1; seed < MOST; seed++) {
    const record = told(lie, honest(lie, seed), makePool());
    if (record !== null) return verifyRecord(record);
  }
  throw new Error("no ceremony has what this lie changes");
}

describe("a lie that no rule refuses", () => {
  it.each(lies)("is told ($tells): $name", (lie) => {
    const verdict = toldOf(lie);
    const { meaning, lack } = rely(verdict, { head: verdict.head });
    expect(tellsOf(verdict, meaning)).toContain(lie.tells);
    if (lie.tells === "vouchedFor") expect(lack).toBe("signers");
  });
});

describe("what becomes of every lie", () => {
  it("is the page beside the rules (rewrite it with vitest --update)", async () => {
    await expect(liesText()).toMatchFileSnapshot("../electron/meaning/LIES.md");
  });
});
