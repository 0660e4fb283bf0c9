// What main sends, in the language of the window.
import { expect, it } from "vitest";
import { inLanguage } from "./sent.ts";

const sent = {
  revision: 7,
  ceremony: {
    ledger: [{ type: "exception-noted", facts: { happened: "A step is in progress." } }],
  },
};

it("is as it came in English", () => {
  expect(inLanguage("en", sent)).toBe(sent);
});

it("has the roles of who is missing as they are: they are compared with those of who is there", () => {
  const act = { act: "blob", present: ["officer-1", "officer-2"], missing: ["officer-2"] };
  expect(inLanguage("de", { acts: [act] })).toEqual({ acts: [act] });
});

it("is German in German, but for codes, names and what people wrote", () => {
  expect(inLanguage("de", sent)).toEqual({ revision: 7, ceremony: sent.ceremony });
});
