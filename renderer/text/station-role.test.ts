// What a computer is for is told in its window's title, and no two say the same.
import { expect, test } from "vitest";
import type { StationRoleName, RehearsalOnly } from "../../electron/bridge/view.ts";
import { say } from "./say.ts";
import { keptLine, tracesLine, windowTitle, sureTitle } from "./station-role.ts";

const STATIONS = ["offline", "connected"] as const;

test("the title begins with the app and ends with what the computer is for", () => {
  const title = (role: StationRoleName, rehearsalOnly: RehearsalOnly | null = null) =>
    windowTitle({ role, rehearsalOnly, differences: [], release: null, image: null, kept: null });
  expect((["rehearsal", ...STATIONS] as const).map((role) => title(role))).toEqual([
    "Security domain ceremonies: rehearsals",
    "Security domain ceremonies: offline station",
    "Security domain ceremonies: connected station",
  ]);
  expect(
    (
      [
        "not-packaged",
        "runtime-strange",
        "unsigned",
        "other-copy",
        "no-place",
        "files-changed",
      ] as const
    ).map((why) => title("rehearsal", why)),
  ).toEqual([
    "Security domain ceremonies: rehearsals only",
    "Security domain ceremonies: rehearsals only",
    "Security domain ceremonies: rehearsals only, unsigned",
    "Security domain ceremonies: rehearsals only, another copy runs",
    "Security domain ceremonies: rehearsals only, no safe home folder",
    "Security domain ceremonies: rehearsals only, program changed",
  ]);
});

test("each station says what it becomes, and that it can never become the other", () => {
  for (const [station, other] of [STATIONS, [...STATIONS].reverse()] as const) {
    expect(sureTitle(station)).toContain(`the ${station} station`);
    expect(say(`station-role.sure.lines.${station}.1`)).toContain(
      `never become the ${other} station`,
    );
    expect(keptLine(station)).toContain(`stays the ${station} station`);
  }
});

test("the offline station is told never to have a network again, and once more when asked", () => {
  expect(say("station-role.stationRoles.offline.line")).toContain("must never have one again");
  expect(say("station-role.sure.lines.offline.0")).toContain(
    "Never connect this computer to a network again.",
  );
});

test("what could write memory to a disk is named, and nothing said where nothing could", () => {
  expect(tracesLine({ cores: false, swaps: [] })).toBe(null);
  expect(tracesLine({ cores: true, swaps: ["/dev/sda3"] })).toBe(
    "Memory could reach this computer’s disk: swap (/dev/sda3) and a file after a crash. "
      + "In a real ceremony, steps that need a passphrase are refused.",
  );
});

test("a program that is for rehearsals only says why, each time another way", () => {
  const said = (
    [
      "not-packaged",
      "runtime-strange",
      "files-changed",
      "other-copy",
      "no-place",
      "unsigned",
    ] as const
  ).map((why) => say(`station-role.rehearsalOnly.${why}`));
  expect(new Set(said).size).toBe(6);
  for (const line of said) expect(line).toMatch(/(: |; until then )it is for rehearsals only\.$/);
});
