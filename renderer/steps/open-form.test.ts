// A ceremony opens only with the people its script needs.
import { expect, test } from "vitest";
import { isTwice, openTrouble, peopleIn } from "./open-form.ts";
import { say } from "../text/say.ts";

const all = [
  { role: "administrator", name: "Asha Rao" },
  { role: "witness", name: "Walter Brandt" },
  { role: "officer-1", name: "Ines Okafor" },
  { role: "officer-2", name: "Jonas Lind" },
  { role: "officer-3", name: "Meera Iyer" },
];
const without = (role: string) => all.map((one) => (one.role === role ? { role, name: " " } : one));
const rule = { officers: 3, least: 3, most: 3 };

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

test("an HSM's name that Azure does not take is said at once", () => {
  const renewing = { ...rule, renews: true };
  expect(openTrouble({ hsm: "Contoso", names: all }, renewing)).toBe(say("opening.needRenewed"));
  expect(openTrouble({ hsm: "Contoso", names: all, renewed: [2] }, renewing)).toBeNull();
  expect(openTrouble({ hsm: "", names: all }, rule)).toBe(say("opening.needHsm"));
  expect(openTrouble({ hsm: "9-lives", names: all }, rule)).toBe(say("opening.hsmHint"));
});

test("who is not here is not sent", () => {
  expect(peopleIn({ hsm: "Contoso", names: without("officer-2") })).toHaveLength(4);
});
