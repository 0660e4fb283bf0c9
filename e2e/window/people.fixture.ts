// The people of a ceremony at the real window: they read it, press, tick, write, pick and type.
import type { Page } from "playwright";
import type { Bridge } from "../../electron/bridge/contract.ts";
import { differenceLine } from "../../renderer/text/evidence.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import type { OpenApp } from "./app.fixture.ts";
import { untilChanged, untilGlance, type Glance } from "./glance.fixture.ts";
import type { Hands } from "./hands.fixture.ts";
import { decidePoints, type Acting } from "./points.fixture.ts";
import { expect, poll } from "./test.fixture.ts";

declare const window: { readonly ceremony: Bridge };

/** The view as the window has it: what a person could read from the screen. */
export async function look({ page }: Pick<OpenApp, "page">): Promise<WindowView> {
  const reply = await page.evaluate(() => window.ceremony.look({}));
  if ("fault" in reply) throw new Error(reply.fault.code);
  return reply.ok;
}

export const passphraseOf = (seat: number): string =>
  `Harbour lantern ${"abc"[seat - 1]!} 1 violet`;

/** What the people do at each step; a test may do one of the things another way. */
export interface People extends Acting {
  /** Whose officers they are: the turn of another is someone else's. */
  readonly seats: readonly number[];
  readonly type: (open: OpenApp, seat: number, purpose: "new" | "open") => Promise<void>;
  /** Words on paper, by what they are of. */
  readonly papers: Map<string, readonly (readonly string[])[]>;
}

/** People with these hands; `see` is called at every screen. */
export function people(hands: Hands, see: People["see"] = () => Promise.resolve()): People {
  const type: People["type"] = (open, seat, purpose) =>
    typePassphrase(open, hands, see, purpose, passphraseOf(seat));
  return { hands, seats: [1, 2, 3], see, type, papers: new Map() };
}

/** Does the ceremony that is open, step by step, until this step comes, or to its end. */
export async function playUntil(
  open: OpenApp,
  crowd: People,
  end: (view: WindowView) => boolean,
): Promise<WindowView> {
  for (;;) {
    const view = await look(open);
    if (end(view) || view.ceremony?.closed === true) return view;
    await doAndConfirm(open, crowd, view);
  }
}

/** Does the step that is now, unless that is done, and confirms it; then the next one has come. */
export async function doAndConfirm(open: OpenApp, crowd: People, view: WindowView): Promise<void> {
  const left = view.ceremony?.step?.id;
  const isLeft = ({ step }: Glance): boolean => step !== left;
  const until = async (isOver: (seen: Glance) => boolean): Promise<Glance> => {
    const seen = await untilGlance(open, (one) => one.refusal !== null || isOver(one));
    expect(seen.refusal).toBeNull();
    return seen;
  };
  if (view.ceremony?.isPerformed !== true) await doStep(open, crowd, view);
  const seen = await until((one) => isLeft(one) || one.isPerformed);
  if (!isLeft(seen)) await confirmStep(open, crowd);
  await until(isLeft);
}

/** The one who confirms presses. */
export async function confirmStep({ page }: OpenApp, { hands, see }: People): Promise<void> {
  const button = page.getByRole("button", { name: CONFIRM });
  const { ceremony } = await look({ page });
  // The activation that some tests continue from was held by another program: that is told.
  const told = ceremony?.step?.action.kind === "open" ? ceremony.differences : [];
  for (const difference of told) {
    expect(await button.isEnabled()).toBe(false);
    await hands.tick(page, differenceLine(difference));
  }
  // It is not ready at once: a second press of the first person is not the other's.
  await poll(() => button.isEnabled()).toBe(true);
  await see(page, "confirm");
  await hands.press(page, CONFIRM);
}

const OPEN = "It is all correct: open";

const NUMBERS = {
  quorum: "Why is the quorum below three?",
  spare: "Why can no officer be spared?",
};

/** Two people accept what the numbers of officers mean, if the window asks. */
export async function acceptCounts(page: Page, hands: Hands): Promise<void> {
  const fields = page.getByRole("textbox", { name: /^Why (is the quorum|can no officer)/ });
  await page.getByRole("button", { name: OPEN }).or(fields).first().waitFor();
  if ((await fields.count()) === 0) return;
  for (const name of Object.values(NUMBERS))
    if (await page.getByRole("textbox", { name }).isVisible())
      await hands.write(page, name, "We are no more.");
  for (const role of ["Administrator", "Witness"]) await hands.tick(page, new RegExp(`, ${role}$`));
  await hands.press(page, "Open the ceremony");
}

const CONFIRM = /^(Witness|Administrator): confirm$/;

/** Reads the number of each bag, when a recess begins. */
export async function writeBags({ page }: OpenApp, { hands }: People): Promise<void> {
  const fields = page.getByRole("textbox", { name: /: bag number$/ });
  await fields.first().waitFor();
  const names = await fields.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? ""),
  );
  for (const [n, name] of names.entries()) await hands.write(page, name, `0050 ${String(n)}`);
}

/** Compares each bag when the recess ends; of one (by its object) the number is another. */
export async function compareBags({ page }: OpenApp, { hands }: People, torn = ""): Promise<void> {
  const bags = page.getByRole("radiogroup", { name: /: 0050 \d+$/ });
  await bags.first().waitFor();
  const names = await bags.evaluateAll((groups) =>
    groups.map((group) =>
      (group.getAttribute("aria-labelledby") ?? "")
        .split(" ")
        .map((id) => document.getElementById(id)?.textContent ?? "")
        .join(" ")
        .trim(),
    ),
  );
  for (const name of names) {
    const isTorn = torn !== "" && name.startsWith(`${torn}:`);
    await hands.mark(page, isTorn ? "Another number" : "This number", name);
    if (isTorn) await hands.write(page, `${torn}: bag number`, "9999");
  }
}

/** After a stop the witness confirms how the ceremony continues. */
export async function resume({ page }: OpenApp, { hands, see }: People): Promise<void> {
  await page.getByRole("button", { name: "Witness: continue" }).waitFor();
  await see(page, "resumption");
  await hands.press(page, "Witness: continue");
  await page.getByRole("button", { name: "Witness: continue" }).waitFor({ state: "detached" });
}

/** Does the step that is now. */
export async function doStep(open: OpenApp, crowd: People, view: WindowView): Promise<void> {
  const { page } = open;
  const { hands, see } = crowd;
  const step = view.ceremony?.step;
  if (step == null) throw new Error("no step is left");
  const kind: string = step.action.kind;
  await see(page, `step-${step.id}`);
  switch (kind) {
    case "open":
      await hands.press(page, "Open the ceremony");
      await acceptCounts(page, hands);
      // What was entered is read aloud before it is pressed.
      await poll(() => page.getByRole("button", { name: OPEN }).isEnabled()).toBe(true);
      return hands.press(page, OPEN);
    case "confirm-thumbprint":
    case "read-aloud":
    case "match-domain":
    case "compare-exchange-key":
      return hearWords(open, crowd, view);
    case "find-domain":
      await hands.write(page, /^Where do domain and keys come from/, "From the safe.");
      break;
    case "record-custody":
    case "take-into-custody":
      return writeCustody(open, crowd, view);
    case "make-key":
    case "prove-quorum":
    case "make-restore-blob":
    case "dry-run":
    case "sign-act":
    case "close":
      if (view.ceremony?.signers.length === 0 && kind === "sign-act")
        return hands.press(page, "Show the words to sign");
      await hands.tick(page, "The projector is covered");
      await hands.tick(page, "No camera sees the keyboard");
      await hands.press(page, MAIN[kind] ?? "");
      return takeTurns(open, crowd);
    case "download-domain":
    case "upload-blob":
      await hands.tick(page, "Administrator and witness: continue");
  }
  await hands.press(page, MAIN[kind] ?? "");
  if (kind === "read-activation") await decidePoints(open, crowd, () => look(open));
  if (LONG.includes(kind)) await watchWaiting(open, crowd, step.id);
}

/** The button of each kind, as it is written on the screen. */
const MAIN: Readonly<Record<string, string | RegExp>> = {
  "make-key": /^Officer \d, make the key$/,
  "export-certificates": "Copy the certificates",
  "hand-over": "Hand the record over",
  "take-over": "Take the record over",
  "read-activation": "Ask the HSM",
  "download-domain": "Activate the HSM",
  "prove-quorum": "Prove every group",
  "read-active": "Ask the HSM",
  "download-again": "Download the domain again",
  "retire-domain": "Retire the old domain",
  "find-domain": "Look for domain and keys",
  "close-on-paper": "Close the record on paper",
  "know-backup": "It is the newest full backup",
  "fetch-exchange-key": "Fetch the exchange key",
  "make-restore-blob": "Make the restore blob",
  "dry-run": "Try the recovery",
  "upload-blob": "Upload the restore blob",
  "backup-empty": "Back up the empty HSM",
  "restore-backup": "Restore the backup",
  "compare-keys": "Look for every key",
  "sign-act": "Sign this act",
  close: "Sign the record",
};
const LONG = ["download-domain", "download-again", "upload-blob", "restore-backup"];

/** Each of these officers who is called comes, and types in the small window. */
export async function takeTurns(open: OpenApp, crowd: People): Promise<void> {
  const { page } = open;
  for (;;) {
    const view = await look(open);
    const { activity, refusal } = view;
    if (refusal !== null || activity.kind === "idle" || activity.kind === "hearing") return;
    if ("seat" in activity && !crowd.seats.includes(activity.seat)) return;
    if (activity.kind === "calling") {
      await crowd.see(page, `curtain-${activity.purpose}-${String(activity.seat)}`);
      await crowd.hands.press(page, /^I am .*, alone at the screen$/);
    } else if (activity.kind === "typing") {
      await crowd.see(page, `typing-${activity.purpose}`);
      await typeCalled(open, crowd, activity);
    } else {
      const { step } = view.ceremony ?? {};
      const proven = String(view.quorum.proven.length);
      await crowd.see(page, `working-${step?.id ?? ""}-${proven}`);
      await untilChanged(open, view);
    }
  }
}

/** The officer who was called types, and the room has heard of it. */
export async function typeCalled(
  open: OpenApp,
  crowd: People,
  { seat, purpose }: { readonly seat: number; readonly purpose: "new" | "open" },
): Promise<void> {
  await crowd.type(open, seat, purpose);
  // The room hears of it only after the window has gone. Where the crew comes for the next officer,
  // that one is called before anyone could see it.
  const isOver = (now: Glance) => now.kind !== "typing" || now.seat !== seat;
  await untilGlance(open, (now) => isOver(now) || hasPassphraseWindow(open));
}

const isSmall = (page: Page): boolean => page.url().endsWith("/passphrase.html");
const hasPassphraseWindow = ({ app }: OpenApp): boolean => app.windows().some(isSmall);

/** The small window, once it is there. */
export async function passphraseWindow(open: OpenApp): Promise<Page> {
  // A window has its page's address only some time after it has come.
  await poll(() => hasPassphraseWindow(open)).toBe(true);
  const small = open.app.windows().find(isSmall)!;
  await small.getByRole("button", { name: "Not now" }).waitFor();
  return small;
}

/** Types once to open, twice to make; the window closes by itself. */
export async function typePassphrase(
  open: OpenApp,
  hands: Hands,
  see: People["see"],
  purpose: "new" | "open",
  passphrase: string,
): Promise<void> {
  const small = await passphraseWindow(open);
  await hands.write(small, "Passphrase", passphrase);
  if (purpose === "new") await hands.write(small, "Repeat passphrase", passphrase);
  await see(small, `passphrase-${purpose}`);
  const closed = small.waitForEvent("close");
  await hands
    .press(small, purpose === "new" ? "Use this passphrase" : "Open my key")
    .catch((error: unknown) => {
      // It may close while the press still ends.
      if (!small.isClosed()) throw error;
    });
  await closed;
}

/** Words are written on paper where they are shown, read from there, and picked. */
async function hearWords(open: OpenApp, crowd: People, view: WindowView): Promise<void> {
  const { page } = open;
  const { hands, papers, see } = crowd;
  const { activity } = view;
  const step = view.ceremony!.step!;
  if (activity.kind !== "hearing") throw new Error("nothing is to be heard");
  const paper = activity.of === "certificate" ? `card ${String(step.seat)}` : activity.of;
  if (activity.phase === "copy") {
    const lines = page.getByRole("list", { name: "The words, eight lines of four" });
    const shown = await lines.getByRole("listitem").locator("span").allInnerTexts();
    papers.set(
      paper,
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => shown.slice(n * 4, n * 4 + 4)),
    );
    await hands.press(page, "Written down: hide the words");
    await page.getByRole("listbox").waitFor();
    await see(page, `hearing-${activity.of}`);
  }
  const lines = papers.get(paper)!;
  for (const [n, line] of lines.entries()) {
    for (const word of line) await hands.pick(page, word);
    await untilGlance(open, (seen) => seen.lines === n + 1);
  }
  const { attestation } = activity;
  await see(page, attestation === null ? `heard-${activity.of}` : `key-${attestation.verdict}`);
  if (attestation !== null) {
    const deciders = attestation.verdict === "not-attested" ? [1, 2] : [];
    for (const seat of deciders) await hands.tick(page, new RegExp(`^Officer ${String(seat)}`));
    await hands.press(page, "Continue with this key");
  } else {
    await hands.press(page, "The words are the same");
  }
}

/** Every bag: its number, its place; the custodian is there already. */
async function writeCustody(
  open: OpenApp,
  { hands, see }: People,
  view: WindowView,
): Promise<void> {
  const { page } = open;
  for (const [n, { object }] of view.custodyWanted.entries()) {
    const name = fieldName(object);
    await hands.write(page, `Seal number: ${name}`, `0048 22${String(n).padStart(2, "0")}`);
    await hands.write(page, `Place: ${name}`, placeOf(object));
  }
  await see(page, "custody-filled");
  await hands.press(page, "Compare with the rules");
  // If every rule is met, it is recorded at once.
  const reasons = page.getByRole("textbox", { name: /^Why (is|can)/ });
  await page.getByRole("button", { name: CONFIRM }).or(reasons).first().waitFor();
  if ((await reasons.count()) === 0) return;
  for (const name of [...Object.values(NUMBERS), "Why is so much at one site, or with one holder?"])
    if (await page.getByRole("textbox", { name }).isVisible())
      await hands.write(page, name, "This is all there is.");
  for (const role of ["Administrator", "Witness"]) await hands.tick(page, new RegExp(`, ${role}$`));
  await see(page, "custody-accepted");
  await hands.press(page, "Record the custody");
}

function fieldName(object: string): string {
  const [, seat, what = ""] = /^officer-(\d) (.*)$/.exec(object) ?? [];
  const plain = seat === undefined ? object : what === "medium" ? "own medium" : what;
  const capital = plain.charAt(0).toUpperCase() + plain.slice(1);
  return seat === undefined ? capital : `${capital} of officer ${seat}`;
}

function placeOf(object: string): string {
  if (object.includes("envelope")) return `Bank, locker ${object.slice(0, 9)}`;
  const sites = ["Chennai", "Pune", "Hyderabad", "Coimbatore"];
  const at = object.includes("backup") || object.startsWith("domain") ? 1 : 0;
  const seat = Number(/\d/.exec(object)?.[0] ?? 0);
  return `${sites[(seat + at) % sites.length]!}, safe`;
}

/** A long work of the HSM is watched until it is over. */
async function watchWaiting(open: OpenApp, { see }: People, step: string): Promise<void> {
  const { page } = open;
  const isOver = (now: Glance): boolean => now.kind !== "working" || now.step !== step;
  const first = await untilGlance(open, (now) => isOver(now) || now.isWaiting);
  if (isOver(first)) return;
  await page.waitForTimeout(1200);
  await see(page, `waiting-${step}`);
  await untilGlance(open, isOver);
}
