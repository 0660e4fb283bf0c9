// Every false answer of every proof; and no row of UNREAD.md that nothing needs.
import { expect, it } from "vitest";
import { CHECK_NAMES } from "./checks.ts";
import { acceptedBy } from "./false-answers.fixture.ts";
import { UNREAD } from "./unread.fixture.ts";

it(
  "what a proof accepts, the page names, and the other way round",
  () => {
    const accepted = CHECK_NAMES.flatMap((check) => acceptedBy(check, { every: 1 }));
    expect(accepted.length).toBeGreaterThan(1500);
    expect(accepted.filter((one) => !UNREAD.some(({ covers }) => covers(one)))).toEqual([]);
    const needed = (covers: (typeof UNREAD)[number]["covers"]): boolean => accepted.some(covers);
    expect(UNREAD.filter(({ covers }) => !needed(covers)).map(({ text }) => text)).toEqual([]);
  },
  10 * 60_000,
);
