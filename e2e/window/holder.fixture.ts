// People who hold a custody attestation at the real window, by keyboard alone.
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import type { CustodyObject } from "../../electron/ceremony/ceremony.ts";
import { PASSPHRASES, type Activation } from "../../electron/cli/activation.fixture.ts";
import { giveToApp, makeHome, type Home, type OpenApp } from "./app.fixture.ts";
import { keys, leaveEnd } from "./hands.fixture.ts";
import {
  confirmStep,
  look,
  people,
  playUntil,
  takeTurns,
  typePassphrase,
  type People,
} from "./people.fixture.ts";
import { poll } from "./test.fixture.ts";

/** A home in which this activation was rehearsed. */
export async function homeWith({ media }: Activation): Promise<Home> {
  const home = await makeHome();
  cpSync(media, home.media(1), { recursive: true });
  giveToApp(join(home.folder, "data", "rehearsals"));
  return home;
}

/** What is written on the bags, as the activation left them: people read it there. */
export function bagsOf({ record }: Activation): ReadonlyMap<string, CustodyObject> {
  const entries = readFileSync(record, "utf8")
    .trimEnd()
    .split("\n")
    .map(
      (line) => JSON.parse(line) as { type: string; data: { objects: readonly CustodyObject[] } },
    );
  const objects = entries.findLast(({ type }) => type === "custody-recorded")?.data.objects ?? [];
  return new Map(objects.map((object) => [object.object, object]));
}

/** A person at the window who goes from step to step. */
export class Holder {
  readonly #open: OpenApp;
  readonly #crowd: People;
  readonly #bags: Map<string, string>;

  constructor(open: OpenApp, see: People["see"], bags: ReadonlyMap<string, CustodyObject>) {
    this.#open = open;
    this.#bags = new Map([...bags].map(([object, { seal }]) => [object, seal]));
    this.#crowd = {
      ...people(keys, see),
      type: (opened, seat, purpose) =>
        typePassphrase(opened, keys, see, purpose, PASSPHRASES[seat - 1] ?? ""),
    };
  }

  get page(): Page {
    return this.#open.page;
  }

  see(name: string): Promise<void> {
    return this.#crowd.see(this.page, name);
  }

  press(name: string | RegExp): Promise<void> {
    return keys.press(this.page, name);
  }

  /** The second person confirms, and the next step has come. */
  async confirm(): Promise<void> {
    await confirmStep(this.#open, this.#crowd);
    await poll(async () => (await look(this.#open)).ceremony?.isPerformed).toBe(false);
  }

  /** Does what every ceremony has, until a step of this kind comes. */
  async doUntil(kind: string): Promise<void> {
    await playUntil(
      this.#open,
      this.#crowd,
      ({ ceremony }) => ceremony?.step?.action.kind === kind,
    );
  }

  async choose(when: string | RegExp, name?: string): Promise<void> {
    await keys.mark(this.page, when, "Which of these applies?");
    if (name !== undefined) await this.see(name);
    await this.press("Choose");
    await this.confirm();
  }

  /** Reads every bag of this step. @param wrong an object whose number is read wrong at first */
  async readSeals(button: string, name: string, wrong?: string): Promise<void> {
    const { sealsWanted } = await look(this.#open);
    for (const { object } of sealsWanted)
      await this.readBag(object, named(object), object === wrong ? "R000000" : undefined);
    await this.see(name);
    await this.press(button);
    if (wrong === undefined) return this.confirm();
    await this.acceptDifferences([namedFor(wrong)], `${name}-differs`);
  }

  /** What was read differs in these objects: two people accept each, by name. */
  async acceptDifferences(names: readonly string[], seen?: string): Promise<void> {
    await this.page.getByText("E-SEALS-CHANGED", { exact: true }).waitFor();
    await this.page.getByText("What you read does not match the last record").waitFor();
    if (seen !== undefined) await this.see(seen);
    for (const name of names) await keys.tick(this.page, `${name}: it counts as it was found`);
    for (const role of ["Administrator", "Witness"])
      await keys.tick(this.page, new RegExp(`, ${role}$`));
    await this.press(/^Continue with /);
    await this.confirm();
  }

  /** The number on an object's bag. */
  bagOf(object: string): string {
    return this.#bags.get(object) ?? "";
  }

  /** Reads one bag, which is whole. @param name of the object on the screen */
  async readBag(object: string, name: string, seal = this.bagOf(object)): Promise<void> {
    await keys.write(this.page, `Number on the bag: ${name}`, seal);
    await keys.mark(this.page, "intact", `The seal is: ${name}`);
  }

  /** Types the passphrase when called. */
  async secret(button: string | RegExp): Promise<void> {
    await keys.tick(this.page, "The projector is covered");
    await keys.tick(this.page, "No camera sees the keyboard");
    await this.press(button);
    await takeTurns(this.#open, this.#crowd);
  }

  /** What was opened goes into new bags. */
  async bag(name?: string): Promise<void> {
    const { custodyWanted } = await look(this.#open);
    for (const [n, { object }] of custodyWanted.entries()) {
      const seal = `N${Date.now() % 100_000}-${n}`;
      const what = namedFor(object);
      await keys.write(this.page, `Seal number: ${what}`, seal);
      const site = /backup|domain/.test(object) ? "Pune" : "Chennai";
      const place = object.includes("envelope") ? `Bank, box ${n}` : `${site}, safe ${n}`;
      await keys.write(this.page, `Place: ${what}`, place);
      this.#bags.set(object, seal);
    }
    if (name !== undefined) await this.see(name);
    await this.press("Compare with the rules");
    await this.confirm();
  }

  /** The words of the head at the end, and back to Home. */
  async end(name: string): Promise<string> {
    await poll(() => look(this.#open)).toMatchObject({ ceremony: { closed: true } });
    const view = await look(this.#open);
    await this.see(name);
    await leaveEnd(this.page, keys);
    await this.page.getByRole("button", { name: /^Attest/ }).waitFor();
    return (view.ceremony?.words ?? []).join(" ");
  }

  async openPart(officer: number, name: string): Promise<void> {
    await this.press(/^Attest/);
    await keys.mark(this.page, `Officer ${officer}`, "Which officer is here?");
    await this.see(name);
    await this.press("Open the ceremony");
    await this.press("It is all correct: open");
    await this.confirm();
  }

  async notHere(): Promise<void> {
    await this.choose(/^The transfer medium is not kept here/);
    await this.choose(/^The domain's copy is not kept here/);
  }
}

const NAMES: Readonly<Record<string, string>> = {
  medium: "Own medium",
  "backup medium": "Backup medium",
  "passphrase envelope": "Passphrase envelope",
  card: "Card",
};
/** Also whose it is: "Card of officer 3". */
function namedFor(object: string): string {
  const of = /^officer-(\d)/.exec(object)?.[1];
  return of === undefined ? named(object) : `${named(object)} of officer ${of}`;
}

function named(object: string): string {
  const [, what] = /^officer-\d+ (.+)$/.exec(object) ?? [];
  const capital = object.charAt(0).toUpperCase() + object.slice(1);
  return what === undefined ? capital : (NAMES[what] ?? what);
}
