// A whole activation whose media are sticks with exFAT, and one of them pulled out at each step (needs
// root and FUSE).
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fuseStick, hasFuse, type FuseStick } from "../media/fuse.fixture.ts";
import { isRoot } from "../media/media.fixture.ts";
import { MEDIA } from "../usecases/deps.ts";
import {
  acceptedRecord,
  expectKept,
  expectMediaAsRecorded,
  shownBy,
} from "./left-behind.fixture.ts";
import { isJudging, newPlace, Running, type Place } from "./rehearsal.fixture.ts";

const LABELS = [
  MEDIA.transfer,
  MEDIA.domainCopy,
  ...[1, 2, 3].flatMap((seat) => [MEDIA.own(seat), MEDIA.backup(seat)]),
];

let place: Place & { readonly remove: () => void };
let sticks: ReadonlyMap<string, FuseStick>;
const stick = (label: string): FuseStick => sticks.get(label)!;

describe.skipIf((!isRoot || !hasFuse) && !isJudging)(
  "an activation with all of it on one stick with exFAT (needs root and FUSE)",
  () => {
    it("leaves its record and its evidence there", async () => {
      const beside = newPlace();
      const one = fuseStick(beside.root, "stick", 60);
      try {
        const all = { ...beside, media: join(one.folder, "media"), out: join(one.folder, "out") };
        const { code, errors } = await new Running(all, "activation").ended;
        expect({ code, errors }).toEqual({ code: 0, errors: "" });
        expectMediaAsRecorded(all, await acceptedRecord(all, "exFAT"), "exFAT");
      } finally {
        one.end();
        beside.remove();
      }
    });
  },
);

describe.skipIf((!isRoot || !hasFuse) && !isJudging)(
  "an activation on exFAT (needs root and FUSE)",
  () => {
    beforeEach(() => {
      place = newPlace();
      sticks = new Map(LABELS.map((label) => [label, fuseStick(place.media, label, 20)]));
    });
    afterEach(() => {
      for (const one of sticks.values()) one.end();
      place.remove();
    });

    it("leaves what its record names, on sticks that are sound", async () => {
      const { code, errors } = await new Running(place, "activation").ended;
      expect({ code, errors }).toEqual({ code: 0, errors: "" });
      for (const one of sticks.values()) one.eject();
      expect([...sticks.values()].map((one) => one.wrong()).join("")).toBe("");
      for (const one of sticks.values()) one.mount();
      expectMediaAsRecorded(place, await acceptedRecord(place, "exFAT"), "exFAT");
    });

    it.each([
      ["officer-1", 3],
      ["transfer", 10],
      ["transfer", 13],
      ["domain-copy", 14],
      ["officer-2", 18],
    ])(
      "continues by the same command when %s was pulled out at step %i and is in again",
      async (label, step) => {
        const said = `${label}, step ${step}`;
        const running = new Running(place, "activation");
        expect(await running.heard(`[${step}/`), said).toBe(true);
        stick(label).pull();
        const { code, out, errors } = await running.ended;
        // Where nothing needed it any more, the rehearsal continued to its end.
        if (code !== 0) expect(errors, said).toMatch(/^E-(?!BUG|WORKER)[A-Z-]+: /);
        const shown = shownBy(place, "activation", out);
        await running.survivors(20);
        stick(label).mount();
        const again = code === 0 ? { code, errors } : await new Running(place, "activation").ended;
        expect(again, said).toMatchObject({ code: 0, errors: "" });
        const record = await acceptedRecord(place, said);
        expectKept(record, [shown], said);
        expectMediaAsRecorded(place, record, said);
      },
    );
  },
);
