// The verifier's page in a real browser, without a network: a folder chosen as people do, and the
// same verdicts as the app's on generated bundles (needs Debian's Chromium).
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  drawing,
  makeBundle,
  makePool,
  resealed,
  type Made,
  type Pool,
} from "../electron/evidence/bundle.fixture.ts";
import type { Files } from "../electron/evidence/bundle.ts";
import { byTheProgram, onTheCommandLine } from "../electron/evidence/command.fixture.ts";
import { DAMAGES } from "../electron/evidence/damage.fixture.ts";
import { inTheApp } from "../electron/evidence/verdicts.fixture.ts";
import {
  foundGood,
  VERIFIER,
  verifierProgram,
  type Found,
} from "../electron/evidence/verifier.fixture.ts";
import { ROOT } from "./bundle.fixture.ts";
import { watcher } from "./look.fixture.ts";

const PROGRAM = "/usr/bin/chromium";
const SD = join(ROOT, "dist", "sd.cjs");
const isHere = existsSync(PROGRAM) || process.env["CI"] === "true";
const count = process.env["LONG"] === "1" ? 1000 : 40;

let browser: Browser;
let page: Page;
let pool: Pool;
let made: Made;
let root = "";
const asked: string[] = [];
const findings: string[] = [];
const { wordsOf } = verifierProgram();
const look = watcher(findings);

describe.skipIf(!isHere)("the verifier in a browser (needs chromium)", () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "verifier-"));
    pool = makePool();
    // The first that three officers have signed, none with a key that is new in it.
    made = Array.from({ length: 40 }, (_, n) => makeBundle(pool, drawing(n))).find(
      ({ signers }) => signers.length === 3 && signers.every((one) => pool.officers.includes(one)),
    )!;
    browser = await chromium.launch({ executablePath: PROGRAM });
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => findings.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(root, { recursive: true });
  });

  it("finds a whole bundle whole, given head and cards, by keyboard alone", async () => {
    await opened();
    await look(page, "verifier-empty");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("folder");
    await choose(made.files);
    await page.keyboard.press("Tab");
    await page.keyboard.type(wordsOf(made.head));
    await page.keyboard.press("Tab");
    for (const card of cards()) {
      await page.keyboard.press("Tab");
      await page.keyboard.insertText(card);
    }
    expect(await focused()).toBe("card-officer-3");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await verdict()).toBe("good");
    expect(await focused()).toBe("result");
    const said = await page.locator("#result").innerText();
    expect(said).toContain("The evidence is intact");
    expect(said).toContain("REHEARSAL");
    expect(said).toContain(wordsOf(made.head));
    for (const card of cards()) expect(said).toContain(card);
    await look(page, "verifier-whole");
  });

  it("says what nobody can see without head and cards", async () => {
    await judge(made.files, "", []);
    const said = await page.locator("#result").innerText();
    expect(said).toContain("The evidence is consistent");
    expect(said).toContain("You entered no head.");
    expect(said).toContain("The signers are unknown.");
    await look(page, "verifier-unknown");
    await judge(made.files, made.head, cards().slice(0, 2));
    expect(await page.locator("#result").innerText()).toContain("The signers are unknown.");
  });

  it("refuses a changed paper, a cut end, and words that are none", async () => {
    const changed = new Map(made.files).set("papers/minutes.pdf", new Uint8Array(9));
    expect(await judge(changed, made.head, [])).toMatch(/^E-BUNDLE-(HASH|EXTRA)$/);
    const cut = resealed(made.files, made.lines.slice(0, -1));
    expect(await judge(cut, made.head, [])).toBe("E-BUNDLE-OPEN");
    expect(await judge(made.files, "ab".repeat(32), [])).toBe("E-LOG-HEAD");
    await look(page, "verifier-refused");
    expect(await judge(made.files, "some words", [])).toBe("E-HEAD-FORM");
    expect(await judge(made.files, made.head, ["some words"])).toBe("E-SIGNER-FORM");
    expect(await judge(made.files, made.head, cards().toReversed())).toBe("E-SIGNER-CARD");
    expect(await judge(made.files, made.head, [wordsOf("ab".repeat(32))])).toBe("E-SIGNER-CARD");
    await look(page, "verifier-words");
  });

  it(`agrees with app and sd verify on ${count} good bundles and ${count} damaged`, async () => {
    await opened();
    const damages = Object.entries(DAMAGES);
    for (let n = 0; n < count; n++) {
      const draw = drawing(700_000 + n);
      const { files, head, ...more } = makeBundle(pool, draw);
      const [name, damage] = damages[n % damages.length]!;
      const damaged = damage({ files, head, ...more }, draw, pool);
      const wanted = [inTheApp(files, head), inTheApp(damaged, head)];
      expect(
        wanted.map((one) => one.startsWith("good ")),
        name,
      ).toEqual([true, false]);
      const said = `${n}, ${name}`;
      expect([await inThePage(files, head), await inThePage(damaged, head)], said).toEqual(wanted);
      expect([onTheCommandLine(files, head), onTheCommandLine(damaged, head)], said).toEqual(
        wanted,
      );
      // Each start of the program takes as long as a hundred verdicts: it is asked for some.
      if (n % 10 > 0) continue;
      expect([byTheProgram(SD, files, head), byTheProgram(SD, damaged, head)], said).toEqual(
        wanted,
      );
    }
    expect(count).toBeGreaterThan(damages.length);
  }, 1_200_000);

  it("asked for nothing but itself, and is a page for everybody", () => {
    expect([...new Set(asked)]).toEqual([pathToFileURL(VERIFIER).href]);
    expect(findings).toEqual([]);
  });
});

const cards = (): readonly string[] =>
  made.signers.map(({ certificate }) => wordsOf(certificate.thumbprint));
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");
const opened = () => page.goto(pathToFileURL(VERIFIER).href);

async function verdict(): Promise<string> {
  const result = page.locator("#result");
  await expect.poll(() => result.getAttribute("data-verdict")).toMatch(/./);
  return (await result.getAttribute("data-verdict")) ?? "";
}

/** The folder as a person chooses it. */
async function choose(files: Files): Promise<void> {
  const folder = mkdtempSync(join(root, "bundle-"));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  await page.locator("#folder").setInputFiles(folder);
  await page.locator("#judge:enabled").waitFor();
}

async function judge(files: Files, head: string, officers: readonly string[]): Promise<string> {
  await opened();
  await choose(files);
  await page.locator("#head").fill(head);
  for (const [n, card] of officers.entries())
    await page.locator(`#card-officer-${String(n + 1)}`).fill(card);
  await page.locator("#judge").click();
  return verdict();
}

/** What the page's program says of these files, in the words of `verdicts.fixture.ts`. */
async function inThePage(files: Files, head: string): Promise<string> {
  const given = [...files].map(
    ([path, bytes]) => [path, Buffer.from(bytes).toString("base64")] as const,
  );
  const said = await page.evaluate(
    async ([entries, end]) => {
      const { judgeBundle } = globalThis as unknown as {
        readonly judgeBundle: (
          files: ReadonlyMap<string, Uint8Array>,
          head: string,
        ) => Promise<Found>;
      };
      const bytesOf = (text: string) =>
        Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      try {
        return await judgeBundle(
          new Map(entries.map(([path, text]) => [path, bytesOf(text)])),
          end,
        );
      } catch (error) {
        const { code, n } = error as { readonly code: string; readonly n: number | null };
        return { code, n };
      }
    },
    [given, head] as const,
  );
  return "code" in said ? `${said.code} ${String(said.n ?? "-")}` : foundGood(said, false);
}
