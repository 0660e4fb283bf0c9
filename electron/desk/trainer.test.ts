// The trainer's trials at the desk: what may be chosen, when they are drawn, set, put right, told.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random } from "../../crypto/index.ts";
import { fold, type RecordEntry } from "../ceremony/ceremony.ts";
import { entriesOf, opened } from "../ceremony/record.fixture.ts";
import { CEREMONIES } from "../bridge/view.ts";
import { openJournal } from "../journal/journal.ts";
import { prepareMedium } from "../media/media.ts";
import type { SessionHooks } from "../session/session.ts";
import { planIn } from "../rehearse/trial-plan.ts";
import { sentence } from "../text/text.ts";
import type { Deps } from "../usecases/deps.ts";
import { scriptOf } from "./scripts.ts";
import { scoreView, Trainer, trialChoices } from "./trainer.ts";

let root = "";
const media = (): string => join(root, "media");
const folder = (): string => join(root, "media", ".ceremonies", "1-activation");
const script = scriptOf("activation");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "trainer-"));
  mkdirSync(media(), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const prepare = (...wanted: readonly string[]): Trainer | null =>
  Trainer.prepare({ folder: folder(), media: media(), isOnDrives: false, script }, wanted);
const onDrives = (...wanted: readonly string[]): Trainer | null =>
  Trainer.prepare({ folder: folder(), media: media(), isOnDrives: true, script }, wanted);

/** A station with an open record, just opened. */
function station(): Deps {
  const at = join(folder(), "offline");
  mkdirSync(at, { recursive: true });
  const journal = openJournal({ folder: at, station: "offline", clock: () => new Date() });
  const first = opened({ scriptSha256: script.sha256 });
  journal.append([first]);
  return {
    station: "offline",
    script,
    mode: "REHEARSAL",
    record: { folder: at, open: journal },
    clock: () => new Date(),
  } as unknown as Deps;
}
const entriesIn = (deps: Deps): readonly RecordEntry[] => deps.record.open?.entries ?? [];
const typesIn = (deps: Deps): readonly string[] => entriesIn(deps).map(({ type }) => type);

describe("a trainer's choice", () => {
  it("is offered for every ceremony, without what the window cannot do", () => {
    for (const name of CEREMONIES) {
      const names = trialChoices(scriptOf(name)).map((choice) => choice.name);
      expect(names, name).toContain("power-cut");
      expect(names, name).not.toContain("altered-part");
    }
    const swapped = trialChoices(script).find(({ name }) => name === "swapped-certificate");
    expect(swapped).toMatchObject({ byHand: false, needsFolders: true });
    const cable = trialChoices(script).find(({ name }) => name === "cable");
    expect(cable).toMatchObject({ byHand: true, needsFolders: false });
  });

  it("is refused if it is not a trial, has no step, or needs folders that are not there", () => {
    expect(prepare()).toBeNull();
    for (const wanted of ["earthquake", "strange-signer", "altered-part"])
      expect(codeOf(() => prepare("cable", wanted))).toBe("E-REHEARSE-TRIAL");
    expect(codeOf(() => onDrives("wrong-stick"))).toBe("E-REHEARSE-TRIAL");
    expect(codeOf(() => onDrives("cable"))).toBe("nothing thrown");
  });

  it("is refused in a rehearsal that was begun without one", () => {
    station();
    expect(codeOf(() => prepare("cable"))).toBe("E-REHEARSE-BEGUN");
  });

  it("is kept over a restart, whatever is wanted then", () => {
    prepare("cable", "torn-bag");
    for (const again of [prepare(), prepare("power-cut")])
      expect(again?.look("", script).trials.map(({ name }) => name)).toEqual(["torn-bag", "cable"]);
  });

  it("of a strange signer reaches the HSM, and no other does", async () => {
    const quotes: unknown[] = [];
    const hooks = {
      startHsm: async ({ quote }: { quote?: string }) => {
        quotes.push(quote);
      },
    } as unknown as SessionHooks;
    const place = { name: "n", dir: "d", store: "s" };
    const recovery = {
      folder: folder(),
      media: media(),
      isOnDrives: true,
      script: scriptOf("recovery"),
    };
    await Trainer.prepare(recovery, ["strange-signer"])?.hooks(hooks).startHsm(place);
    rmSync(join(folder(), "trial.json"));
    await prepare("cable")?.hooks(hooks).startHsm(place);
    expect(quotes).toEqual(["unknown", undefined]);
  });
});

describe("the trials in a record", () => {
  it("are drawn and sealed when it is open, and told before it is closed, each once", () => {
    const trainer = prepare("cable", "torn-bag");
    expect(trainer?.look("", script).trials.map(({ step }) => step)).toEqual([null, null]);
    const deps = station();
    for (let times = 0; times < 2; times++) trainer?.begin(deps, script, fold(entriesIn(deps)));
    expect(typesIn(deps)).toEqual(["opened", "trial-begun"]);
    for (const { step } of trainer?.look("", script).trials ?? []) expect(step).not.toBeNull();
    expect(scoreView(entriesIn(deps))).toBeNull();
    trainer?.look("torn-bag", script);
    for (let times = 0; times < 2; times++) trainer?.tell(deps, fold(entriesIn(deps)));
    expect(typesIn(deps)).toEqual(["opened", "trial-begun", "trial-told"]);
    expect(scoreView(entriesIn(deps))).toMatchObject({
      found: 0,
      of: 1,
      asSealed: true,
      trials: [
        { name: "torn-bag", found: "nobody", line: sentence("drills.verdict.nobody") },
        { name: "cable", found: "not-set" },
      ],
    });
  });

  it("count as set by hand only where they are done by hand", () => {
    const trainer = prepare("cable", "swapped-certificate");
    trainer?.look("swapped-certificate", script);
    trainer?.look("cable", script);
    expect(planIn(folder())?.set).toEqual(["cable"]);
  });
});

describe("what the app does", () => {
  const export_ = script.steps.find(({ id }) => id === "export-certificates")!;
  const state = fold(entriesOf([{ station: "offline", event: opened() }]));

  /** A plan that sets this trial in this step, and the media it is about. */
  function planned(trial: string): Trainer {
    for (const seat of [1, 2, 3]) {
      prepareMedium(media(), `officer-${seat}`, "REHEARSAL", random);
      writeFileSync(join(media(), `officer-${seat}`, `cert_${seat - 1}.cer`), `of ${seat}`);
    }
    prepare(trial);
    const file = join(folder(), "trial.json");
    const plan = JSON.parse(readFileSync(file, "utf8")) as { strikes: object[] };
    const strikes = [{ trial, step: export_.id, seat: 2 }];
    writeFileSync(file, JSON.stringify({ ...plan, nonce: "00", strikes }));
    return prepare()!;
  }
  const certificate = (): string => readFileSync(join(media(), "officer-2", "cert_1.cer"), "utf8");

  it("is done just before its step, once, and put right when the refusal was read", () => {
    const trainer = planned("swapped-certificate");
    trainer.before(script.steps[1]!, state);
    expect(certificate()).toBe("of 2");
    trainer.before(export_, state);
    expect(certificate()).toBe("of 1");
    trainer.mend();
    expect(certificate()).toBe("of 2");
    trainer.before(export_, state);
    expect(certificate()).toBe("of 2");
    expect(planIn(folder())?.set).toEqual(["swapped-certificate"]);
  });

  it("puts the right stick back whole, also after a restart", () => {
    planned("wrong-stick").before(export_, state);
    expect(existsSync(join(media(), "officer-2", "cert_1.cer"))).toBe(false);
    expect(existsSync(join(media(), "officer-2", "medium.json"))).toBe(true);
    prepare()?.mend();
    expect(certificate()).toBe("of 2");
  });

  it("leaves alone what is done by hand", () => {
    planned("altered-word").before(export_, state);
    expect(planIn(folder())?.set).toEqual([]);
  });
});
