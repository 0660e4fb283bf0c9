// The sentences of the passphrase window: whole, and counted right.
import { expect, it } from "vitest";
import { counted, countedAgain, layoutLine } from "./passphrase.ts";
import { say } from "./say.ts";

const sentences = [
  ...(
    [
      "network",
      "nothing",
      "short",
      "long",
      "blank",
      "weak",
      "once",
      "differs",
      "measuring",
      "unmeasured",
    ] as const
  ).map((lack) => say(`passphrase.lacks.${lack}`)),
  ...(["sign", "foreign", "paste", "drop", "copy"] as const).map((why) =>
    say(`passphrase.refusals.${why}`),
  ),
  say("passphrase.machine.capsWarning"),
  say("passphrase.machine.away"),
  say("passphrase.strength.allowed"),
  say("passphrase.proposal.bits", { count: 5902, bits: 87, without: 602, lost: 1 }),
  say("passphrase.proposal.form"),
  say("passphrase.proposal.after"),
  say("passphrase.words.kept"),
  say("passphrase.words.wrong"),
  say("passphrase.words.usual"),
];

it("every sentence is one, with a full stop", () => {
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
});

it("counts in words", () => {
  expect(counted(0)).toBe("empty");
  expect(counted(1)).toBe("1 character");
  expect(counted(34)).toBe("34 characters");
  expect(countedAgain(12, false)).toBe("12 characters, not yet the same");
  expect(countedAgain(0, true)).toBe("empty");
});

it("says what is known of a layout and no more", () => {
  expect(layoutLine({ kind: "known", name: "QWERTZ" })).toBe("QWERTZ");
  expect(layoutLine({ kind: "other", letters: "bepow^" })).toBe("other: BEPOW^");
  expect(layoutLine({ kind: "unknown" })).toBe("unknown on this machine");
});
