// A ceremony opens only with the people its script needs.
import { expect, test } from "vitest";
import { changesIn, isTwice, openTrouble, peopleIn } from "./open-form.ts";
import { say } from "../text/say.ts";

const all = [
  { role: "administrator", name: "Asha Rao" },
  { role: "witness", name: "Walter Brandt" },
  { role: "officer-1", name: "Ines Okafor" },
  { role: "officer-2", name: "Jonas Lind" },
  { role: "officer-3", name: "Meera Iyer" },
];
const without = (role: string) => all.map((one) => (one.role === role ? { role, name: " " } : one));
const rule = { officers: 3, quorum: 2, least: 3, most: 3 };
const before = { names: ["Ines Okafor", "Jonas Lind", "Meera Iyer"], quorum: 2 };

test("it is ready when everyone has a name and the HSM has one", () => {
  expect(openTrouble({ hsm: "Contoso-PROD-HSM", names: all }, rule)).toBeNull();
});

test("an activation needs every officer", () => {
  expect(openTrouble({ hsm: "Contoso", names: without("officer-3") }, rule)).toBe(
    say("opening.needName", { role: "officer 3" }),
  );
});

test("a recovery needs a quorum of officers, whichever they are", () => {
  const recovery = { ...rule, least: 2 };
  expect(openTrouble({ hsm: "Contoso", names: without("officer-1") }, recovery)).toBeNull();
  const one = without("officer-1").map((person) =>
    person.role === "officer-2" ? { ...person, name: "" } : person,
  );
  expect(openTrouble({ hsm: "Contoso", names: one }, recovery)).toBe(
    say("opening.needOfficers", { least: 2 }),
  );
});

test("one officer's part is held with one officer, whichever it is", () => {
  const alone = { ...rule, least: 1, most: 1 };
  const one = without("officer-1").map((person) =>
    person.role === "officer-2" ? { ...person, name: "" } : person,
  );
  expect(openTrouble({ hsm: "Contoso", names: one }, alone)).toBeNull();
  expect(openTrouble({ hsm: "Contoso", names: all }, alone)).toBe(
    say("opening.tooMany", { most: 1 }),
  );
});

test("the witness is always needed", () => {
  expect(openTrouble({ hsm: "Contoso", names: without("witness") }, rule)).toBe(
    say("opening.needName", { role: "witness" }),
  );
});

test("one person has one role, however the name is written", () => {
  const names = all.map((one) => (one.role === "witness" ? { ...one, name: "asha  RAO" } : one));
  expect(isTwice(names, "witness")).toBe(true);
  expect(isTwice(names, "officer-1")).toBe(false);
  expect(openTrouble({ hsm: "Contoso", names }, rule)).toBe(say("opening.needOthers"));
});

test("in a renewal someone gets a new key, or the numbers change", () => {
  const renewing = { ...rule, before };
  const form = { hsm: "Contoso", names: all };
  expect(openTrouble(form, renewing)).toBe(say("opening.needRenewed"));
  expect(openTrouble({ ...form, renewed: [2] }, renewing)).toBeNull();
  expect(openTrouble(form, { ...renewing, quorum: 3 })).toBeNull();
  const more = { ...renewing, before: { ...before, names: [...before.names, "Pedro Alves"] } };
  expect(openTrouble(form, more)).toBeNull();
});

test("a renewal says who stays, with which key, who comes and who leaves", () => {
  const named = (...officers: readonly string[]) => ({
    hsm: "Contoso",
    names: [...all.slice(0, 2), ...officers.map((name, i) => ({ role: `officer-${i + 1}`, name }))],
  });
  const grown = named("Ines Okafor", "jonas  LIND", "Nadia Berg", "Pedro Alves", " ");
  expect(changesIn({ ...grown, renewed: [2, 3, 4, 5] }, before)).toEqual({
    stay: ["Ines Okafor"],
    renew: ["jonas  LIND"],
    come: ["Nadia Berg", "Pedro Alves"],
    leave: ["Meera Iyer"],
  });
  // The third of four leaves, and the fourth becomes the third.
  const four = { quorum: 3, names: [...before.names, "Pedro Alves"] };
  const fewer = { ...named("Ines Okafor", "Jonas Lind", "Pedro Alves"), renewed: [3] };
  expect(changesIn(fewer, four)).toEqual({
    stay: ["Ines Okafor", "Jonas Lind"],
    renew: ["Pedro Alves"],
    come: [],
    leave: ["Meera Iyer"],
  });
});

test("an HSM's name that Azure does not take is said at once", () => {
  expect(openTrouble({ hsm: "", names: all }, rule)).toBe(say("opening.needHsm"));
  expect(openTrouble({ hsm: "9-lives", names: all }, rule)).toBe(say("opening.hsmHint"));
});

test("who is not here is not sent", () => {
  expect(peopleIn({ hsm: "Contoso", names: without("officer-2") })).toHaveLength(4);
});
