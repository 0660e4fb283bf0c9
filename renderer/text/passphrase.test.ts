// The sentences of the passphrase window: whole, and counted right.
import { expect, it } from "vitest";
import {
  counted,
  countedAgain,
  LACKS,
  MACHINE,
  PROPOSAL,
  REFUSALS,
  STRENGTH,
  WORDS,
} from "./passphrase.ts";

const sentences = [
  ...Object.values(LACKS),
  ...Object.values(REFUSALS),
  MACHINE.capsWarning,
  STRENGTH.allowed,
  PROPOSAL.bits(6504, 88),
  PROPOSAL.form,
  PROPOSAL.after,
  WORDS.kept,
  WORDS.wrong,
  WORDS.usual,
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
  expect(MACHINE.layoutIs({ kind: "known", name: "QWERTZ" })).toBe("QWERTZ");
  expect(MACHINE.layoutIs({ kind: "other", letters: "bepow^" })).toBe("other: BEPOW^");
  expect(MACHINE.layoutIs({ kind: "unknown" })).toBe("unknown on this machine");
});
