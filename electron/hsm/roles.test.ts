// Who has which role after an activation: as planned, or said plainly; and the query that is kept.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { isFault, utf8 } from "../../crypto/index.ts";
import { english } from "../text/text.ts";
import { auditQuery } from "./audit-query.ts";
import type { Role, RoleAssignment } from "./hsm.ts";
import { readPlan, firstPlan, ROLE_NOTES, rolePoints, selfAdministrators } from "./roles.ts";

const ADMINISTRATOR = "a290e904-7015-4bba-90c8-60543313cdb4";
const OFFICER = "515eb02d-2335-4d2d-92f2-b1cbdf9c3778";
const ANNA = "01ea9a65-813e-4238-8204-bf7328d63fc6";
const BEN = "4f584d72-47b3-48d1-971c-ce0ae8a47560";
const roles: readonly Role[] = [
  { role: ADMINISTRATOR, name: "Managed HSM Administrator", readsKeys: false },
  { role: OFFICER, name: "Managed HSM Crypto Officer", readsKeys: false },
];
const assigned = (role: string, principal: string, scope = "/"): RoleAssignment => ({
  name: "b36b00af-89c6-435f-a43d-9a3087015c27",
  role,
  principal,
  scope,
});

describe("roles after an activation", () => {
  it("are good where they are as planned, and say what each one really is", () => {
    const [point, ...others] = rolePoints(
      [assigned(ADMINISTRATOR, ANNA)],
      roles,
      firstPlan([ANNA]),
    );
    expect(others).toEqual([]);
    expect(point).toMatchObject({ verdict: "good", next: "" });
    expect(english(point!.sentence)).toMatch(
      / is Managed HSM Administrator at \/: .*cannot .* use a key\.$/,
    );
  });

  it("name who can make themselves Administrator: only a role of the whole HSM does", () => {
    const who = (...all: readonly RoleAssignment[]) => {
      const note = selfAdministrators(all);
      return note === null ? null : english(note);
    };
    expect(who(assigned(OFFICER, BEN, "/keys"), assigned(BEN, ANNA))).toBeNull();
    const both = [assigned(OFFICER, BEN), assigned(ADMINISTRATOR, ANNA), assigned(OFFICER, BEN)];
    expect(who(...both)).toContain(`: ${BEN}, ${ANNA}.`);
  });

  it("that nobody planned are for people to decide; what is missing is wrong", () => {
    const points = rolePoints([assigned(OFFICER, BEN, "/keys")], roles, firstPlan([ANNA]));
    expect(points.map(({ verdict }) => verdict)).toEqual(["decide", "wrong"]);
    expect(english(points[0]!.sentence)).toMatch(
      /Crypto Officer at \/keys: despite its name, cannot /,
    );
    expect(english(points[1]!.sentence)).toBe(
      `${ANNA} is not Managed HSM Administrator at /, but should be.`,
    );
  });

  it("count at their own scope only, by name or by id", () => {
    const plan = [{ role: "Managed HSM Crypto Officer", principal: BEN.toUpperCase(), scope: "/" }];
    const verdicts = (scope: string) =>
      rolePoints([assigned(OFFICER, BEN, scope)], roles, plan).map(({ verdict }) => verdict);
    expect(verdicts("/")).toEqual(["good"]);
    expect(verdicts("/keys")).toEqual(["decide", "wrong"]);
  });

  it("that are custom ones are recognised by their id, without a meaning of ours", () => {
    const [point] = rolePoints([assigned(BEN, ANNA)], roles, []);
    expect(english(point!.sentence)).toBe(`${ANNA} is the role ${BEN} at /.`);
  });

  it("are explained in sentences", () => {
    for (const note of ROLE_NOTES) expect(english(note)).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
  });
});

describe("a plan of roles", () => {
  it("is read from its file", () => {
    const plan = [{ role: "Managed HSM Crypto User", principal: ANNA, scope: "/keys/one" }];
    expect(readPlan(utf8(JSON.stringify(plan)))).toEqual(plan);
    expect(readPlan(utf8("[]"))).toEqual([]);
  });

  it("of another form is E-HSM-PLAN, whatever it is", () => {
    const codeOf = (text: string): unknown => {
      try {
        return readPlan(utf8(text)).length;
      } catch (error) {
        return isFault(error) ? error.code : error;
      }
    };
    const one = { role: "x y z", principal: ANNA, scope: "/" };
    for (const change of [
      { role: 1 },
      { role: "a\u0007b" },
      { principal: "Anna" },
      { scope: "keys" },
      { scope: "/keys/../x" },
      { more: 1 },
    ])
      expect(codeOf(JSON.stringify([{ ...one, ...change }]))).toBe("E-HSM-PLAN");
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect([0, "E-HSM-PLAN"]).toContain(codeOf(text));
      }),
    );
  });
});

it("the query asks for this HSM's security domain alone, in a span of time", () => {
  const query = auditQuery("Contoso-HSM", "2026-11-25T14:00:00.000Z", "2026-11-25T15:00:00.000Z");
  expect(query).toContain('ResourceId endswith "/MANAGEDHSMS/CONTOSO-HSM"');
  expect(query).toContain(
    "between (datetime(2026-11-25T14:00:00.000Z) .. datetime(2026-11-25T15:00:00.000Z))",
  );
  expect(query).toContain('startswith "SecurityDomain"');
});
