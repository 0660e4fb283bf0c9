// What is said of a record that nothing anchors: what it lacks, and what is done.
import type { ClosedShort } from "../../electron/bridge/view.ts";
import type { Anchoring } from "../../electron/ceremony/ceremony.ts";
import { expect, it } from "vitest";
import { lacksLine, recordHint } from "./anchoring.ts";

it("Home names what it lacks first, and where to go", () => {
  const hint = (anchoring: Anchoring, closedShort: ClosedShort | null = null) =>
    recordHint({ anchoring, closedShort });
  expect(hint({ anchor: "signed", lacks: [] })).toBe("");
  expect(hint({ anchor: "none", lacks: ["paper"] }, { signed: 1, of: 3, due: 2 })).toBe(
    "closed by 1 of 3 officers, 2 had to: see Audit",
  );
  expect(hint({ anchor: "none", lacks: ["paper", "elsewhere"] })).toBe("only on paper: see Audit");
});

it("the audit names all, and how it is anchored", () => {
  expect(lacksLine(["paper", "unvouched", "elsewhere"])).toBe(
    "This record is not anchored here: it was closed on paper, nothing vouches for one of its "
      + "signers and the record before it is not here. Audit it with the words of its head from "
      + "paper; if there is no paper, hold an attestation and enter the head of that one.",
  );
});
