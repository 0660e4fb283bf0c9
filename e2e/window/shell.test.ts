// The shell of the app: what a page may do, what it may not, and who it runs as.
import type { Bridge } from "../../electron/bridge/contract.ts";
import { METHODS } from "../../electron/bridge/methods.ts";
import { makeHome, openApp, withoutRuntime, type OpenApp } from "./app.fixture.ts";
import { answerOf, violationsFrom } from "./page.fixture.ts";
import { ATTACKS, attack } from "./page-attacks.fixture.ts";
import { expectSandboxed } from "./sandbox.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

declare const window: { readonly ceremony: Bridge };

/** The policy of a page, with its nonce taken out: the ceremony's page alone shows photographs. */
const policyOf = (file: string): string =>
  POLICY.filter((one) => file.startsWith("index") || !one.startsWith("img")).join("; ");
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'nonce-NONCE'",
  "font-src 'self'",
  "img-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];
const NONCE = /'nonce-([A-Za-z0-9+/]{22}==)'/;

inOrder("the window's shell (needs the Electron runtime)", withoutRuntime, () => {
  let open: OpenApp;
  const heading = () => open.page.getByRole("heading").first();
  test.beforeAll(async () => {
    open = await openApp(await makeHome());
    // A page that comes to its first address in a process of its own cannot be reloaded yet.
    await heading().waitFor();
  });

  /** The page, reloaded. */
  const freshPage = async () => {
    await open.page.reload();
    await heading().waitFor();
    return open.page;
  };

  test("runs its page in Chromium's real sandbox", async () => {
    await freshPage();
    await expectSandboxed(open.pid);
  });

  test("gives every page its policy, with a nonce that is new at each load", async () => {
    const nonces = new Set<string>();
    for (const file of ["index.html", "index.html", "passphrase.html", "passphrase.html"]) {
      const { status, headers, body } = await answerOf(open, `app://ceremony/${file}`);
      const policy = headers["content-security-policy"] ?? "";
      const [, nonce = ""] = NONCE.exec(policy) ?? [];
      expect({ file, status, policy: policy.replace(nonce, "NONCE") }).toEqual({
        file,
        status: 200,
        policy: policyOf(file),
      });
      expect(body).toContain(`<meta property="csp-nonce" nonce="${nonce}" content="">`);
      expect(body).not.toContain("%NONCE%");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  test("shows Home and the opening of a ceremony without one violation of it", async () => {
    const page = await freshPage();
    const violations = await violationsFrom(page);
    await page.getByRole("button", { name: /^Activate/ }).click();
    await page.getByRole("button", { name: "Open the ceremony" }).hover();
    await page.keyboard.press("Tab");
    // React Aria's own style is there: what the nonce is for.
    const styles = await page.evaluate(() =>
      [...document.querySelectorAll("style")].map(({ nonce, sheet }) => ({
        nonce: nonce.length,
        rules: (sheet?.cssRules.length ?? 0) > 0,
      })),
    );
    expect(styles).toEqual([{ nonce: 24, rules: true }]);
    expect(await violations()).toEqual([]);
  });

  test("refuses its page every script, style and address that is not the app's own", async () => {
    const page = await freshPage();
    const met: Record<string, unknown> = {};
    for (const [name, [script]] of Object.entries(ATTACKS)) met[name] = await attack(page, script);
    expect(met).toEqual(
      Object.fromEntries(
        Object.entries(ATTACKS).map(([name, [, threw, directive]]) => [
          name,
          { threw, violated: [directive] },
        ]),
      ),
    );
    expect(await page.evaluate(() => "taken" in window)).toBe(false);
    expect(page.url()).toBe("app://ceremony/index.html");
  });

  test("serves the files that were bundled, by their one address, and nothing else", async () => {
    for (const file of ["index.html", "renderer.js", "renderer.css", "passphrase.html"])
      expect((await answerOf(open, `app://ceremony/${file}`)).status).toBe(200);
    for (const address of [
      "ceremony/",
      "ceremony/none.html",
      "ceremony/__proto__",
      "ceremony/toString",
      "ceremony/index.html?x",
      "ceremony/index.html?",
      "ceremony//index.html",
      "ceremony/index.html/",
      "ceremony/INDEX.HTML",
      "ceremony/%69ndex.html",
      "ceremony/..%2fmain.cjs",
      "ceremony/..%2frenderer%2findex.html",
      "ceremony/..%5cmain.cjs",
      "ceremony/%2e%2e/main.cjs",
      "ceremony/main.cjs",
      "ceremony/index.html%00",
      "other/index.html",
      "ceremony.other/index.html",
    ]) {
      const { status, body } = await answerOf(open, `app://${address}`);
      expect({ address, status, body }).toEqual({ address, status: 404, body: "" });
    }
    for (const method of ["POST", "PUT", "DELETE", "HEAD", "OPTIONS"])
      expect((await answerOf(open, "app://ceremony/index.html", method)).status).toBe(404);
  });

  test("has nothing of Node or Electron in its page, only the contract", async () => {
    const page = await freshPage();
    const found = await page.evaluate(() =>
      [
        "require",
        "process",
        "module",
        "exports",
        "global",
        "Buffer",
        "electron",
        "ipcRenderer",
        "__dirname",
        "setImmediate",
      ].filter((name) => name in window),
    );
    expect(found).toEqual([]);
    const tampered = await page.evaluate(() => {
      const tries = [
        () => {
          Object.assign(window, { ceremony: null });
        },
        () => {
          Object.defineProperty(window, "ceremony", { value: null });
        },
        () => {
          Reflect.deleteProperty(window, "ceremony");
        },
        () => {
          Object.assign(window.ceremony, { look: null });
        },
        () => {
          Object.assign(window.ceremony, { more: null });
        },
        () => {
          Reflect.deleteProperty(window.ceremony, "look");
        },
      ];
      for (const one of tries) {
        try {
          one();
        } catch {
          // Refused aloud, or silently: what counts is what is afterwards.
        }
      }
      return Object.entries(window.ceremony).map(([name, value]) => `${name}: ${typeof value}`);
    });
    expect(tampered.sort()).toEqual(
      [...METHODS, "onView"].map((name) => `${name}: function`).sort(),
    );
  });
});
