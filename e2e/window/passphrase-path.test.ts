// A passphrase goes from its window to the officer's vault and nowhere else: typed in the real app
// with the X server's own key events, then looked for in every process and every file.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { secondsUntilGone } from "../../electron/pipe/alive.fixture.ts";
import { withoutRoot } from "../runtime.fixture.ts";
import { makeHome, xdotool, type Home } from "./app.fixture.ts";
import { focusPassphraseWindow, openBareApp, typeKeys, type BareApp } from "./bare-app.fixture.ts";
import {
  drawnIn,
  everyone,
  expectNoFileHolds,
  holders,
  onlyHolder,
  piecesOf,
  primesOf,
  recordOf,
} from "./secrets.fixture.ts";
import { formsOfText, type Needles } from "../../electron/rehearse/secret-forms.fixture.ts";
import { searchTogether, type Process } from "./still.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

/** Two seconds after a step none of its secrets is anywhere. */
const GONE_MS = 2000;
/** A key takes its time to the page, and the page to what it tells others of it. */
const KEYS_MS = 500;
/** A vault works so long between two searches. */
const WORK_MS = 200;
/** So many signs of a passphrase are its own: letters by chance, or words with what is between. */
const [LETTERS, WORDS] = [10, 18];
const WINDOW = "--type=renderer";
const VAULT = "--utility-sub-type=node.mojom.NodeService";

let home: Home;
let app: BareApp;

inOrder("a passphrase (needs root and the Electron runtime)", withoutRoot, () => {
  test.beforeAll(async () => {
    home = await makeHome();
  });

  const chosen = newPassphrase();
  const secrets: Record<string, readonly Uint8Array[]> = { passphrase: piecesOf(chosen, LETTERS) };

  test("that is new is in its window alone, also while it is shown; then in the vault", async () => {
    // As with a screen reader: then main has the text of every page.
    app = await openBareApp(home, "--force-renderer-accessibility");
    await app.press("Activate");
    await app.press("Open the ceremony");
    await app.press("It is all correct: open");
    await app.press("Witness: confirm");
    await comeToType(1);
    await typeTwice(1, chosen);
    xdotool(home, "key", "Tab");
    xdotool(home, "keydown", "space");
    await sleep(KEYS_MS);
    const window = onlyHolder(secrets, WINDOW);
    xdotool(home, "keyup", "space", "key", "shift+Tab");
    await sleep(KEYS_MS);
    onlyHolder(secrets, WINDOW);
    xdotool(home, "key", "Return");
    await ends(window, 5);
    onlyHolder(secrets, VAULT);
  });

  test("is gone with everything when the app is killed, and no file has it", async () => {
    await poll(() => recordOf(home), { interval: 5 }).toContain('"key-made"');
    // What it has not recorded by now it never will.
    process.kill(app.pid, "SIGSTOP");
    const all = everyone().filter(({ words }) => !words.startsWith("Xvfb"));
    process.kill(app.pid, "SIGKILL");
    for (const one of all) await ends(one);
    expect(recordOf(home)).not.toContain('"key-opened"');
    Object.assign(secrets, primesOf(home, 1, chosen));
    expectNoFileHolds(home, secrets);
  });

  test("that is typed again opens the keys in the vault, and two seconds later is gone", async () => {
    app = await openBareApp(home, "--force-renderer-accessibility");
    await app.press("Continue the activation");
    await app.press("Witness: continue");
    await comeToType(1);
    await type(1, chosen);
    const window = onlyHolder(secrets, WINDOW, ["passphrase"]);
    xdotool(home, "key", "Return");
    await ends(window, 5);
    await expectTheVaultHoldsAll(secrets);
    await expectAllGone("make-key-2", secrets);
  });

  // Words go the way of any other passphrase: here they are drawn, not typed.
  if (process.env["LONG"] !== "1") return;
  test("of words picked at random is gone as well", async () => {
    await comeToType(2);
    xdotool(home, "key", "shift+Tab", "Return");
    const found = () => drawnIn(everyone().filter(({ words }) => !words.startsWith("Xvfb")));
    await poll(found).not.toBeNull();
    const [window, drawn] = found()!;
    const words = { passphrase: piecesOf(drawn, WORDS) };
    expect(onlyHolder(words, WINDOW).pid).toBe(window.pid);
    xdotool(home, "key", "Tab", "Tab", "Tab", "Return");
    await sleep(KEYS_MS);
    await typeTwice(2, drawn);
    xdotool(home, "key", "Return");
    await ends(window, 5);
    onlyHolder(words, VAULT);
    await expectAllGone("make-key-3", words);
    await app.close();
    expectNoFileHolds(home, { ...secrets, ...words, ...primesOf(home, 2, drawn) });
  });
});

/** Letters that nothing else has, by chance. */
function newPassphrase(): string {
  const letters = randomBytes(60)
    .toString("base64")
    .replaceAll(/[^A-Za-z]/g, "");
  return `${letters.slice(0, 9)} 7-${letters.slice(9, 16)}, ${letters.slice(16, 24)}`;
}

/** From the step's own screen to the line where the officer types. */
async function comeToType(seat: number): Promise<void> {
  await app.tick("The projector is covered");
  await app.tick("No camera sees the keyboard");
  await app.press(`Officer ${seat}, make the key`);
  await app.press("I am ");
  await focusPassphraseWindow(home, seat);
}

/** Types into the line that has the focus, once more where the window was not ready for all keys. */
async function type(seat: number, passphrase: string): Promise<void> {
  const whole = { whole: formsOfText(passphrase) };
  await poll(async () => {
    await focusPassphraseWindow(home, seat);
    xdotool(home, "key", "ctrl+a");
    typeKeys(home, passphrase);
    await sleep(KEYS_MS);
    return holders(whole).length;
  }).toBeGreaterThan(0);
}

async function typeTwice(seat: number, passphrase: string): Promise<void> {
  await type(seat, passphrase);
  xdotool(home, "key", "Tab");
  typeKeys(home, passphrase);
  await sleep(KEYS_MS);
}

/** While a vault opens the keys it comes to hold every secret, and nobody else holds any. */
async function expectTheVaultHoldsAll(all: Needles): Promise<void> {
  const vaults = everyone().filter(({ words }) => words.includes(VAULT));
  expect(vaults).toHaveLength(1);
  const held = new Set<string>();
  while (held.size < Object.keys(all).length) {
    const [vault] = searchTogether(() => vaults, all);
    // It may not end before it held them all.
    expect(vault).toBeDefined();
    for (const name of vault?.found ?? []) held.add(name);
    await sleep(WORK_MS);
  }
  expect(holders(all).filter(({ words }) => !words.includes(VAULT))).toEqual([]);
}

/** Waits for the step's end and two seconds more. */
async function expectAllGone(next: string, all: Needles): Promise<void> {
  await poll(async () => (await app.look()).ceremony?.isPerformed).toBe(true);
  const ended = Date.now();
  for (const one of everyone().filter(({ words }) => words.includes(VAULT))) await ends(one);
  await sleep(GONE_MS - (Date.now() - ended));
  expect(everyone().filter(({ words }) => words.includes(WINDOW))).toHaveLength(1);
  expect(holders(all)).toEqual([]);
  await app.press("Witness: confirm");
  await poll(async () => (await app.look()).ceremony?.step?.id).toBe(next);
}

const ends = async ({ pid }: Process, seconds = GONE_MS / 1000): Promise<void> =>
  expect(await secondsUntilGone(pid)).toBeLessThan(seconds);
