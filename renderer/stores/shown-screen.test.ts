// Every screen has help about itself, in every language, and each state of the window has its screen.
import { describe, expect, it } from "vitest";
import type { WindowView } from "../../electron/bridge/view.ts";
import { saidIn, sentence } from "../../electron/text/text.ts";
import { LANGUAGES } from "../../electron/text/languages.ts";
import { shownScreen, type ScreenName } from "./shown-screen.ts";

/** Complete by its type: a new screen without a row here does not compile. */
const SCREENS: Readonly<Record<ScreenName, true>> = {
  home: true,
  refused: true,
  custody: true,
  reconcile: true,
  drives: true,
  deployment: true,
  audit: true,
  "station-role": true,
  trainer: true,
  preparing: true,
  call: true,
  away: true,
  resumption: true,
  recess: true,
  end: true,
  aborted: true,
  step: true,
};
const screens = Object.keys(SCREENS) as (keyof typeof SCREENS)[];

describe.each(screens)("help about the screen %s", (screen) => {
  it("says in each language what it is called, what it is for, and what to do", () => {
    const told = LANGUAGES.map(({ id }) =>
      (["title", "for", "do"] as const).map((what) =>
        saidIn(id, sentence(`help.${screen}.${what}`)),
      ),
    );
    for (const [, use = "", act = ""] of told) {
      expect(use).toMatch(/^[A-Z].*\.$/);
      // Two sentences or more: what to do first, and what then.
      expect(act.match(/[.:;?](?= |$)/g)?.length).toBeGreaterThan(1);
    }
    expect(new Set(told.map(([, use]) => use)).size).toBe(LANGUAGES.length);
  });
});

const ceremony = { recess: null, closed: false, abortDecided: false, aborted: null };
const base = {
  ...{ open: "activation", activity: { kind: "idle" }, away: null, refusal: null },
  ...{ resumption: null, ceremony },
};

it.each<readonly [ScreenName, object]>([
  ["home", { open: null, ceremony: null }],
  ["refused", { open: null, ceremony: null, refusal: {} }],
  ["preparing", { ceremony: null }],
  ["call", { activity: { kind: "typing" }, resumption: {} }],
  ["away", { ceremony: null, away: {} }],
  ["resumption", { resumption: {}, ceremony: { ...ceremony, recess: {} } }],
  ["recess", { ceremony: { ...ceremony, recess: {} } }],
  ["end", { ceremony: { ...ceremony, closed: true } }],
  ["step", { ceremony: { ...ceremony, closed: true }, refusal: {} }],
  ["aborted", { ceremony: { ...ceremony, abortDecided: true } }],
  ["step", {}],
])("the window shows %s", (screen, change) =>
  expect(shownScreen({ ...base, ...change } as unknown as WindowView, "home", false)).toBe(screen),
);

it("shows the route, and a refusal of the last request, only while nothing is open", () => {
  const home = { ...base, open: null, ceremony: null } as unknown as WindowView;
  expect(shownScreen(home, "audit", true)).toBe("audit");
  expect(shownScreen(home, "home", true)).toBe("refused");
  expect(shownScreen(base as unknown as WindowView, "audit", true)).toBe("step");
});
