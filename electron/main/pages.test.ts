// The answer to each address of the app's own scheme.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { answerTo } from "./pages.ts";

const origin = "app://ceremony";
const PAGE = "<style nonce=%NONCE%></style>";
let folder = "";
let files: Readonly<Record<string, string>> = {};

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), "sd-pages-")), "pages");
  mkdirSync(folder);
  const texts = { "index.html": PAGE, "passphrase.html": PAGE, "renderer.js": "let a;" };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  files = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, sha256Hex(utf8(text))]),
  );
  // Beside the folder, and in it without being listed.
  writeFileSync(join(folder, "..", "main.js"), "secret");
  writeFileSync(join(folder, "unlisted.js"), "secret");
});
afterAll(() => {
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

const answer = (url: string, method = "GET"): Response =>
  answerTo(
    { url, method },
    { origin, folder, files, photographs: () => null, language: () => "en" },
  );
const policyOf = (name: string): string =>
  answer(`${origin}/${name}`).headers.get("content-security-policy") ?? "";

describe("a file", () => {
  it("is shown by its one address, and by no other spelling of it", () => {
    expect(answer(`${origin}/renderer.js`).status).toBe(200);
    expect(answer(`${origin}/index.html#room`).status).toBe(200);
    const spellings = [
      "renderer.js?",
      "renderer.js?x",
      "./renderer.js",
      "/renderer.js",
      "RENDERER.js",
      "renderer%2ejs",
      "x/../renderer.js",
      "",
    ];
    for (const name of spellings) expect(answer(`${origin}/${name}`).status, name).toBe(404);
    for (const other of ["app://other", "app://ceremony.example", "https://ceremony"])
      expect(answer(`${other}/renderer.js`).status, other).toBe(404);
    for (const method of ["POST", "HEAD", "PUT"])
      expect(answer(`${origin}/renderer.js`, method).status, method).toBe(404);
  });

  it("that is not listed, or is elsewhere, is not shown however its path is written", () => {
    const paths = [
      "unlisted.js",
      "../main.js",
      "%2e%2e/main.js",
      "..%2fmain.js",
      "%2e%2e%2fmain.js",
      "toString",
      "__proto__",
    ];
    for (const path of paths) expect(answer(`${origin}/${path}`).status, path).toBe(404);
  });

  it("that was changed since it was listed is not shown", async () => {
    const path = join(folder, "renderer.js");
    writeFileSync(path, "let b;");
    expect(answer(`${origin}/renderer.js`).status).toBe(404);
    writeFileSync(path, "let a;");
    expect(await answer(`${origin}/renderer.js`).text()).toBe("let a;");
    rmSync(path);
    expect(answer(`${origin}/renderer.js`).status).toBe(404);
    writeFileSync(path, "let a;");
  });
});

describe("a page", () => {
  /** Each word of the policy with what it allows; the nonce, which is another each time, as N. */
  const wordsOf = (name: string) =>
    Object.fromEntries(
      policyOf(name)
        .split("; ")
        .map((one) =>
          one
            .replace(/nonce-[^']+/, "nonce-N")
            .split(/ (.*)/)
            .slice(0, 2),
        ),
    ) as Readonly<Record<string, string>>;

  it("may run the app's own scripts alone, and make none of a text", () => {
    for (const name of ["index.html", "passphrase.html", "renderer.js", "no-such-file"])
      expect(wordsOf(name)).toMatchObject({
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'nonce-N'",
        "worker-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
      });
    expect(Object.keys(wordsOf("index.html"))).toContain("img-src");
    expect(Object.keys(wordsOf("passphrase.html"))).not.toContain("img-src");
  });

  it("has a nonce that is new at each load", async () => {
    const nonces = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const response = answer(`${origin}/index.html`);
        const [, nonce = ""] = /nonce=([^>]+)>/.exec(await response.text()) ?? [];
        expect(response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(8);
    for (const nonce of nonces) expect(nonce.length).toBeGreaterThanOrEqual(22);
  });
});
