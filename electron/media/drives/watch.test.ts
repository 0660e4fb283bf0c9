// Noticing inserted and removed drives, with a clock set by hand.
import { describe, expect, it } from "vitest";
import { fault } from "../shared/faults.ts";
import type { Drive } from "./drive.ts";
import { watchDrives, type DriveNews } from "./watch.ts";

const aDrive = (volume: string, others: Partial<Drive> = {}): Drive => ({
  kind: "removable",
  volume,
  device: `/dev/${volume}`,
  disk: `/dev/${volume}`,
  mount: "/mnt/x",
  label: "",
  fileSystem: "vfat",
  bytes: 1,
  freeBytes: 1,
  readOnly: false,
  bus: "usb",
  ...others,
});
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** A watch with answers and time from the test. */
function watched() {
  const told: DriveNews[] = [];
  const due: { readonly ms: number; readonly work: () => void }[] = [];
  const answers: (readonly Drive[] | Error)[] = [];
  let hold: Promise<void> = Promise.resolve();
  let asked = 0;
  let running = 0;
  let most = 0;
  const start = () =>
    watchDrives({
      list: async () => {
        asked += 1;
        running += 1;
        most = Math.max(most, running);
        await hold;
        running -= 1;
        const answer = answers.shift() ?? [];
        if (answer instanceof Error) throw answer;
        return answer;
      },
      everyMs: 2000,
      timer: (ms, work) => {
        const entry = { ms, work };
        due.push(entry);
        return () => {
          due.splice(due.indexOf(entry), 1);
        };
      },
      onChange: (news) => told.push(news),
    });
  const tick = async (): Promise<void> => {
    due.shift()?.work();
    await settle();
  };
  return {
    told,
    due,
    answers,
    start,
    tick,
    holdUntil: (until: Promise<void>) => {
      hold = until;
    },
    counts: () => ({ asked, most }),
  };
}

const volumes = (drives: readonly Drive[]): readonly string[] => drives.map(({ volume }) => volume);
const spell = (news: DriveNews | undefined): unknown =>
  news?.state === "known"
    ? [volumes(news.inserted), volumes(news.removed), volumes(news.changed)]
    : news?.fault.code;

describe("watching drives", () => {
  it("tells what is in at first, and then only what changes, by volume", async () => {
    const watch = watched();
    watch.answers.push(
      [aDrive("A")],
      [aDrive("A", { freeBytes: 0 })],
      [aDrive("A"), aDrive("B")],
      [aDrive("B", { mount: null })],
      [aDrive("B", { readOnly: true })],
      [],
    );
    watch.start();
    await settle();
    for (let i = 0; i < 5; i += 1) await watch.tick();
    expect(watch.told.map(spell)).toEqual([
      [["A"], [], []],
      [["B"], [], []],
      [[], ["A"], ["B"]],
      [[], [], ["B"]],
      [[], ["B"], []],
    ]);
  });

  it("tells that nothing is in", async () => {
    const watch = watched();
    watch.start();
    await settle();
    expect(watch.told.map(spell)).toEqual([[[], [], []]]);
  });

  it("tells a stick from its bit-for-bit copy beside it", async () => {
    const watch = watched();
    watch.answers.push([aDrive("A")], [aDrive("A"), aDrive("A", { device: "/dev/other" })]);
    watch.start();
    await settle();
    await watch.tick();
    expect(spell(watch.told[1])).toEqual([["A"], [], []]);
    expect(watch.told[1]).toMatchObject({ inserted: [{ device: "/dev/other" }] });
  });

  it("says once that it does not know, asks on, and says what it missed", async () => {
    const watch = watched();
    watch.answers.push([aDrive("A")], fault("E-DRIVES-FORM"), new Error("odd"), [aDrive("B")]);
    watch.start();
    await settle();
    for (let i = 0; i < 3; i += 1) await watch.tick();
    expect(watch.told.map(spell)).toEqual([[["A"], [], []], "E-DRIVES-FORM", [["B"], ["A"], []]]);
  });

  it("says that it knows again, though nothing has changed meanwhile", async () => {
    const watch = watched();
    watch.answers.push([aDrive("A")], fault("E-DRIVES-TOOL"), [aDrive("A")]);
    watch.start();
    await settle();
    for (let i = 0; i < 2; i += 1) await watch.tick();
    expect(watch.told.map(spell)).toEqual([[["A"], [], []], "E-DRIVES-TOOL", [[], [], []]]);
  });

  it("never asks twice at once: the next question waits for the answer", async () => {
    const watch = watched();
    let free = (): void => undefined;
    watch.holdUntil(
      new Promise((resolve) => {
        free = resolve;
      }),
    );
    watch.start();
    await settle();
    expect(watch.due).toEqual([]);
    free();
    await settle();
    expect(watch.due.map(({ ms }) => ms)).toEqual([2000]);
    await watch.tick();
    expect(watch.counts()).toEqual({ asked: 2, most: 1 });
  });

  it("says nothing after it was stopped, not even an answer on its way", async () => {
    const watch = watched();
    let free = (): void => undefined;
    watch.holdUntil(
      new Promise((resolve) => {
        free = resolve;
      }),
    );
    const { stop } = watch.start();
    stop();
    free();
    await settle();
    expect([watch.told, watch.due]).toEqual([[], []]);
    const other = watched();
    const second = other.start();
    await settle();
    second.stop();
    expect(other.due).toEqual([]);
  });
});
