// The verifier's page in a real browser, without a network: a folder chosen as people do, and the
// same verdicts as the app's on generated bundles (needs Debian's Chromium).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  type Pool,
} from "../electron/evidence/bundle.fixture.ts";
import { bundleOf, type Files } from "../electron/evidence/bundle.ts";
import { byTheProgram, onTheCommandLine } from "../electron/evidence/command.fixture.ts";
import { utf8 } from "../crypto/index.ts";
import {
  certificatesOf,
  makeAnswer,
  makeTestAuthority,
} from "../crypto/timestamp-maker.fixture.ts";
import { DAMAGES } from "../electron/evidence/damage.fixture.ts";
import { activationOf, honestBundle } from "../electron/evidence/honest.fixture.ts";
import { verifyRecord } from "../electron/journal/verify.ts";
import { scriptCalled, type Before } from "../electron/meaning/ceremony.fixture.ts";
import {
  makePool as makeCeremonies,
  type Pool as Ceremonies,
} from "../electron/meaning/pool.fixture.ts";
import { inTheApp } from "../electron/evidence/verdicts.fixture.ts";
import {
  foundBad,
  foundGood,
  VERIFIER,
  verifierProgram,
  type Found,
} from "../electron/evidence/verifier.fixture.ts";
import { CHROMIUM } from "../build/test/chromium.mjs";
import { PATIENCE_MS } from "../build/test/patience.mjs";
import { ROOT } from "./bundle.fixture.ts";
import { watcher } from "./look.fixture.ts";
import { chainCase, numberOfChange, type ChainCase } from "./stranger/chains.fixture.ts";

const SD = join(ROOT, "dist", "sd.cjs");
const isHere = CHROMIUM !== undefined || process.env["CI"] === "true";
const isLong = process.env["LONG"] === "1";
/** Every third damage; agreement.test.ts tries each on the same program without a browser. */
const count = isLong ? 1000 : 12;

let browser: Browser;
let page: Page;
let pool: Pool;
let ceremonies: Ceremonies;
let before: Before;
let made: Files;
let root = "";
const asked: string[] = [];
const findings: string[] = [];
const { wordsOf } = verifierProgram();
const look = watcher(findings);

describe.skipIf(!isHere)("the verifier in a browser (needs chromium)", () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "verifier-"));
    pool = makePool();
    ceremonies = makeCeremonies();
    before = activationOf(ceremonies);
    made = honestBundle(ceremonies, before, 0);
    browser = await chromium.launch(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM });
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(PATIENCE_MS.question);
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
    await choose(made);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("head");
    await page.keyboard.type(wordsOf(head()));
    for (const card of cards()) {
      await page.keyboard.press("Tab");
      await page.keyboard.insertText(card);
    }
    for (const id of [
      "card-officer-3",
      "earlier-folder",
      "earlier-files",
      "authorities",
      "form-only",
    ]) {
      expect(await focused()).toBe(id);
      if (id !== "form-only") await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await verdict()).toBe("good");
    expect(await focused()).toBe("result");
    const said = await page.locator("#result").innerText();
    expect(said).toContain("The evidence is intact");
    expect(said).toContain("REHEARSAL");
    expect(said).toContain(wordsOf(head()));
    for (const card of cards()) expect(said).toContain(card);
    await look(page, "verifier-whole");
  });

  it("says what nobody can see without head and cards", async () => {
    await judge(made, "", []);
    const said = await page.locator("#result").innerText();
    expect(said).toContain("The evidence is consistent");
    expect(said).toContain("You entered no head.");
    expect(said).toContain("The signers are unknown.");
    await look(page, "verifier-unknown");
    await judge(made, head(), cards().slice(0, 2));
    expect(await page.locator("#result").innerText()).toContain("The signers are unknown.");
  });

  it("says when it existed at the latest, by the authorities that are given", async () => {
    const [one, other] = [makeTestAuthority("Contoso"), makeTestAuthority("Fabrikam")];
    const imprint = new Uint8Array(Buffer.from(head(), "hex"));
    const certificates = certificatesOf(one);
    const token = makeAnswer(one.signer, imprint, { at: "2026-11-30T01:02:03Z", certificates });
    const stamped = new Map([...made, ["stamps/1-1.tsr", token]]);
    const text = (): Promise<string> => page.locator("#result").innerText();
    await judge(stamped, "", []);
    expect(await text()).toContain("No time from outside: its timestamps (1) were not checked");
    const trust = async (...pems: readonly string[]): Promise<string> => {
      const files = pems.map((pem, n) => {
        const path = join(root, `authority-${String(n)}.pem`);
        writeFileSync(path, pem);
        return path;
      });
      await page.locator("#authorities").setInputFiles(files);
      await page.locator("#judge").click();
      return verdict();
    };
    expect(await trust(one.root.pem, other.root.pem)).toBe("good");
    expect(await text()).toContain(
      "It existed at the latest on 2026-11-30T01:02:03Z, by Contoso Root (1-1.tsr).",
    );
    await look(page, "verifier-stamped");
    expect(await trust(other.root.pem)).toBe("good");
    expect(await text()).toContain("1-1.tsr shows no time: E-STAMP-UNTRUSTED, check authority.");
    expect(await text()).toContain("No time from outside: nothing but the record itself");
    expect(await trust(one.signer.pem)).toBe("E-STAMP-AUTHORITY");
  });

  it("compares it with what is given beside it, and says first what was not", async () => {
    const next = chainCase(ceremonies, 0);
    expect(await judge(bundled(next), "", [])).toBe("good");
    const [missing, ...more] = await missingRows();
    expect(missing).toBe("its head");
    expect(more.map((one) => one.replace(/ \(.*/, ""))).toEqual([
      "the record before",
      ...next.given.slice(1).map(() => "a custodian's part"),
    ]);
    await look(page, "verifier-not-compared");
    const stick = await giveBeside(next);
    expect(await verdict()).toBe("good");
    expect(await missingRows()).toEqual(["its head"]);
    const said = await page.locator("#result").innerText();
    expect(said).toContain("It continues the record before it as each ended");
    expect(said).toContain("What is said about custodians' parts is what each leaves.");
    await look(page, "verifier-compared");
    const foreign = join(stick, "other.jsonl");
    writeFileSync(foreign, made.get("record.jsonl")!);
    await page.locator("#earlier-files").setInputFiles(foreign);
    await page.locator("#judge").click();
    await expect.poll(() => verdict()).toBe("E-EARLIER-OTHER");
    await look(page, "verifier-other");
    await page.locator("#earlier-none").click();
    expect(await page.locator("#earlier-list li").count()).toBe(0);
    expect(await focused()).toBe("earlier-folder");
  });

  it("notes what no rule refuses, by what the records beside it say too", async () => {
    const n = numberOfChange(
      "kept keys are used after their certificates have ended, and two people noted it",
    );
    const late = chainCase(ceremonies, n);
    const note = "A wrapping key's certificate was not valid when the key was made or used: entry ";
    expect(await judge(bundled(late), "", [])).toBe("good");
    expect(await page.locator("#result").innerText()).not.toContain(note);
    await giveBeside(late);
    expect(await verdict()).toBe("good");
    expect(await page.locator("#result").innerText()).toContain(note);
    await page.locator("#earlier-none").click();
  });

  it("names the record of a deployment, which only sd verify checks", async () => {
    const begun = { type: "deployment-begun", data: { deploymentFormat: 1, mode: "REHEARSAL" } };
    const record = utf8(`${JSON.stringify(begun)}\n`);
    const files = new Map([
      ["record.jsonl", record],
      ["plans/a.yaml", utf8("plan: contoso")],
    ]);
    expect(await judge(files, "", [])).toBe("E-DEPLOYMENT");
    expect(await page.locator("#result").innerText()).toContain("Run: sd verify FOLDER");
    await look(page, "verifier-deployment");
  });

  it("takes what is dropped: the evidence anywhere, other records where they are asked for", async () => {
    const next = chainCase(ceremonies, 0);
    const script = utf8(scriptCalled(next.script).text);
    const files = bundleOf({ record: next.record, script, papers: [] });
    const [evidence, stick] = ["evidence-", "stick-"].map((name) => mkdtempSync(join(root, name)));
    put(evidence!, files);
    const [first, ...parts] = next.given;
    const alone = join(root, "first.jsonl");
    writeFileSync(alone, first!);
    parts.forEach((record, n) =>
      put(join(stick!, `part-${n}`), new Map([["record.jsonl", record]])),
    );
    await opened();
    await drop("#head", evidence!);
    await page.locator("#judge:enabled").waitFor();
    await drop("#earlier-hint", alone, stick!);
    await expect.poll(() => page.locator("#earlier-list li").count()).toBe(next.given.length);
    await page.locator("#judge").click();
    expect(await verdict()).toBe("good");
    expect(await missingRows()).toEqual(["its head"]);
  });

  it("refuses a changed paper, a cut end, and words that are none", async () => {
    const changed = new Map(made).set("papers/minutes.pdf", new Uint8Array(9));
    expect(await judge(changed, head(), [])).toMatch(/^E-BUNDLE-(HASH|EXTRA)$/);
    const cut = resealed(made, linesOf(made).slice(0, -1));
    expect(await judge(cut, head(), [])).toBe("E-BUNDLE-OPEN");
    expect(await judge(made, "ab".repeat(32), [])).toBe("E-LOG-HEAD");
    await look(page, "verifier-refused");
    expect(await judge(made, "some words", [])).toBe("E-HEAD-FORM");
    expect(await judge(made, head(), ["some words"])).toBe("E-SIGNER-FORM");
    expect(await judge(made, head(), cards().toReversed())).toBe("E-SIGNER-CARD");
    expect(await judge(made, head(), [wordsOf("ab".repeat(32))])).toBe("E-SIGNER-CARD");
    await look(page, "verifier-words");
  });

  it("refuses what is no ceremony, but where form alone is asked, and says so first", async () => {
    const { files } = makeBundle(pool, drawing(3));
    expect(await judge(files, "", [])).toBe("E-NOT-A-CEREMONY");
    await look(page, "verifier-no-ceremony");
    await page.locator("#form-only").check();
    await page.locator("#judge").click();
    await expect.poll(() => page.locator("#result").getAttribute("data-verdict")).toBe("good");
    expect(await page.locator("#result").innerText()).toContain("Only form, chain and signatures");
  });

  it(`agrees with app and sd verify on ${count} ceremonies and ${count} damaged`, async () => {
    await opened();
    const damages = Object.entries(DAMAGES);
    for (let n = 0; n < count; n++) {
      const files = honestBundle(ceremonies, before, 700_000 + n);
      const draw = drawing(700_000 + n);
      const { head: heard, ...more } = makeBundle(pool, draw);
      const [name, damage] = damages[(isLong ? n : 3 * n) % damages.length]!;
      const damaged = damage({ head: heard, ...more }, draw, pool);
      const wanted = [inTheApp(files, null), inTheApp(damaged, heard)];
      expect(
        wanted.map((one) => one.startsWith("good ")),
        name,
      ).toEqual([true, false]);
      const said = `${n}, ${name}`;
      expect([await inThePage(files, null), await inThePage(damaged, heard)], said).toEqual(wanted);
      expect([onTheCommandLine(files, null), onTheCommandLine(damaged, heard)], said).toEqual(
        wanted,
      );
      // Each start of the program takes as long as a hundred verdicts: it is asked for some.
      if (n % 10 > 0) continue;
      expect([byTheProgram(SD, files, null), byTheProgram(SD, damaged, heard)], said).toEqual(
        wanted,
      );
    }
    if (isLong) expect(count).toBeGreaterThan(damages.length);
  });

  it("asked for nothing but itself, and is a page for everyone", () => {
    expect([...new Set(asked)]).toEqual([pathToFileURL(VERIFIER).href]);
    expect(findings).toEqual([]);
  });
});

const cards = (): readonly string[] =>
  ceremonies.officers.map(([{ signing }]) => wordsOf(signing.certificate.thumbprint));
const linesOf = (files: Files): readonly Uint8Array[] => {
  const record = files.get("record.jsonl") ?? new Uint8Array();
  return new TextDecoder()
    .decode(record)
    .split(/(?<=\n)/)
    .map(utf8);
};
const head = (): string => verifyRecord(made.get("record.jsonl") ?? new Uint8Array()).head;
const missingRows = (): Promise<readonly string[]> =>
  page.locator("#result > ul li").allInnerTexts();
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");
const opened = () => page.goto(pathToFileURL(VERIFIER).href);

async function verdict(): Promise<string> {
  const result = page.locator("#result");
  await expect.poll(() => result.getAttribute("data-verdict")).toMatch(/./);
  return (await result.getAttribute("data-verdict")) ?? "";
}

const bundled = ({ script, record }: ChainCase): Files =>
  bundleOf({ record, script: utf8(scriptCalled(script).text), papers: [] });

/** Chooses a folder with all that is given beside it, and checks again. @returns the folder */
async function giveBeside({ given }: ChainCase): Promise<string> {
  const stick = mkdtempSync(join(root, "stick-"));
  given.forEach((record, n) => put(join(stick, String(n)), new Map([["record.jsonl", record]])));
  await page.locator("#earlier-folder").setInputFiles(stick);
  await expect.poll(() => page.locator("#earlier-list li").count()).toBe(given.length);
  await page.locator("#judge").click();
  return stick;
}

/** Drops files and folders as a file manager does. */
async function drop(onto: string, ...files: readonly string[]): Promise<void> {
  const target = page.locator(onto);
  await target.scrollIntoViewIfNeeded();
  const { x = 0, y = 0 } = (await target.boundingBox()) ?? {};
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: x + 4, y: y + 1, data });
}

function put(folder: string, files: Files): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** The folder as a person chooses it. */
async function choose(files: Files): Promise<void> {
  const folder = mkdtempSync(join(root, "bundle-"));
  put(folder, files);
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
async function inThePage(files: Files, heard: string | null): Promise<string> {
  const given = [...files].map(
    ([path, bytes]) => [path, Buffer.from(bytes).toString("base64")] as const,
  );
  const said = await page.evaluate(
    async ([entries, end]) => {
      const { judgeBundle } = globalThis as unknown as {
        readonly judgeBundle: (
          files: ReadonlyMap<string, Uint8Array>,
          head: string | null,
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
        const { code, n, other } = error as Parameters<typeof foundBad>[0];
        return { code, n, other };
      }
    },
    [given, heard] as const,
  );
  return "code" in said ? foundBad(said) : foundGood(said, false);
}
