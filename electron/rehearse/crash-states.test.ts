// A power cut at any moment of a rehearsed activation (needs strace): some of the states in which it
// may leave the disks.
import { beforeAll, describe, expect, it } from "vitest";
import { hasStrace } from "../disk/strace.fixture.ts";
import { crashesOf, checkedCrash } from "./crash-states.fixture.ts";
import { happenedIn, type Happened } from "./disk-changes.fixture.ts";
import { drawing } from "./kill-moments.fixture.ts";
import { isJudging } from "./rehearsal.fixture.ts";
import { tracedActivation } from "./traced.fixture.ts";

/** The power is cut after one of this many changes. */
const EVERY = 20;
const SEED = 1;

describe.skipIf(!hasStrace && !isJudging)("a power cut during an activation (needs strace)", () => {
  let root = "";
  let happened: readonly Happened[] = [];
  beforeAll(async () => {
    const { place, processes } = await tracedActivation();
    ({ root } = place);
    happened = happenedIn(processes, root);
  });

  /** @param enough stop after this many wrong states */
  const wrongIn = (all: readonly Happened[], enough = Infinity) => {
    const found: string[] = [];
    let states = 0;
    for (const crash of crashesOf(all, root, drawing(SEED), EVERY)) {
      states++;
      found.push(...checkedCrash(crash).wrong);
      if (found.length >= enough) break;
    }
    return { states, found };
  };

  it("loses nothing that was reported", () => {
    const { states, found } = wrongIn(happened);
    expect(found).toEqual([]);
    expect(states).toBeGreaterThan(100);
  });

  it.each([
    ["files", true],
    ["folders", false],
  ])("would lose it if %s were not forced", (_, isFile) => {
    const lazy = happened.filter(
      (one) => one.kind !== "force" || /\.\w+$/.test(one.path) !== isFile,
    );
    expect(wrongIn(lazy, 1).found).not.toEqual([]);
  });
});
