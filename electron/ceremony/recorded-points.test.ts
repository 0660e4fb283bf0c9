// What a record says of points in English is the same sentence again when it is read.
import { describe, expect, it } from "vitest";
import { EN } from "../text/en/en.ts";
import { english, saidIn, sentence, type Id, type Sentence, type Value } from "../text/text.ts";
import { pointRecorded, pointSaid } from "./recorded-points.ts";

/** Each row of a noun, with a word in each hole. */
const rowsOf = (noun: "preflight-points" | "roles"): readonly Sentence[] =>
  Object.entries<string>(EN[noun]).map(([key, text]) => {
    const holes = [...text.matchAll(/\{(\w+)\}/g)].map(([, hole = ""]) => hole);
    return {
      id: `${noun}.${key}` as Id,
      with: Object.fromEntries(holes.map((hole, i) => [hole, `X${i + 1}`])),
    };
  });

const again = (value: Value): Value =>
  pointSaid(pointRecorded({ point: "role", verdict: "good", sentence: value, next: "" })).sentence;

describe("a point of a record", () => {
  it.each([...rowsOf("preflight-points"), ...rowsOf("roles")])("is $id again", (one) => {
    expect(again(one)).toEqual(one);
  });

  it("has sentences within its sentence, each in the language that it is read in", () => {
    const who = { who: "4f584d72-47b3-48d1-971c-ce0ae8a47560", scope: "/keys" };
    const id = "515eb02d-2335-4d2d-92f2-b1cbdf9c3778";
    const role = sentence("roles.has.meaning", {
      ...who,
      role: sentence("roles.id", { id }),
      can: sentence("roles.can.backup"),
    });
    expect(again(role)).toEqual(role);
    expect(saidIn("de", again(english(role)))).toBe(
      `${who.who} ist die Rolle ${id} auf /keys: kann sichern, aber keinen Schlüssel lesen.`,
    );
  });

  it("stays as it is if no sentence of ours reads so", () => {
    const long = english(sentence("preflight-points.medium.good", { label: "x".repeat(1000) }));
    for (const text of ["", "Nobody wrote this.", "The HSM has been created. And more.", long])
      expect(again(text)).toBe(text);
    // In an earlier version's words: nobody reads half a sentence.
    const before = "X is Managed HSM Administrator at /: downloads the domain, backs up, restores.";
    expect(again(before)).toBe(before);
  });
});
