// What is said of a record that nothing anchors: what it lacks, and what is done.
import { expect, it } from "vitest";
import { anchoringHint, lacksLine } from "./anchoring.ts";

it("Home names what it lacks first, and where to go", () => {
  expect(anchoringHint({ anchor: "signed", lacks: [] })).toBe("");
  expect(anchoringHint({ anchor: "none", lacks: ["paper", "elsewhere"] })).toBe(
    "only on paper: see Audit",
  );
});

it("the audit names all, and how it is anchored", () => {
  expect(lacksLine(["paper", "unvouched", "elsewhere"])).toBe(
    "This record is not anchored here: it was closed on paper, nothing vouches for one of its "
      + "signers and the record before it is not here. Audit it with the words of its head from "
      + "paper; if there is no paper, hold an attestation and enter the head of that one.",
  );
});
