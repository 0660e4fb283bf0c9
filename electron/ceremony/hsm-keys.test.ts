// Keys and roles of an HSM: compared by what makes them themselves, and seen last in a closed record.
import { describe, expect, it } from "vitest";
import { comparedHoldings, keysSeenIn } from "./ceremony.ts";
import { digestOf, entriesOf, opened, type AnyEvent } from "./record.fixture.ts";

const key = (name: string, version = "v1", half = name) => ({
  ...{ name, version, publicSha256: digestOf(half) },
});
const role = (principal: string, scope = "/", roleName = "Crypto User") => ({
  ...{ principal, role: digestOf("role"), roleName, scope },
});

describe("what came back", () => {
  it("is a key of the same version and public half, and a role of the same person and scope", () => {
    const all = {
      keys: [key("one"), key("two")],
      roles: [role("ines"), role("jonas", "/keys/one")],
    };
    expect(comparedHoldings(all, all)).toEqual({
      ...{ keysBack: 2, keysMissing: [], keysMore: [] },
      ...{ rolesBack: 2, rolesMissing: [], rolesMore: [] },
    });
  });

  it.each([
    ["version", key("one", "v2")],
    ["public half", key("one", "v1", "another")],
  ])(
    "is not a key of another %s: one is missing, and one that nobody expected is there",
    (_, there) => {
      const compared = comparedHoldings(
        { keys: [key("one")], roles: [] },
        { keys: [there], roles: [] },
      );
      expect(compared).toMatchObject({
        keysBack: 0,
        keysMissing: [{ name: "one", version: "v1" }],
        keysMore: [{ name: "one", version: there.version }],
      });
    },
  );

  it("is a role whose name alone is another, and none of another scope", () => {
    const expected = { keys: [], roles: [role("ines"), role("jonas")] };
    const found = { keys: [], roles: [role("ines", "/", "Renamed"), role("jonas", "/keys/one")] };
    expect(comparedHoldings(expected, found)).toMatchObject({
      rolesBack: 1,
      rolesMissing: [role("jonas")],
      rolesMore: [role("jonas", "/keys/one")],
    });
  });
});

describe("keys that a record saw", () => {
  const seen = (...keys: readonly object[]): AnyEvent => ({
    ...{ type: "keys-compared", by: "app", data: { keys } },
  });
  const seenIn = (...events: readonly AnyEvent[]) =>
    keysSeenIn(entriesOf(events.map((event) => ({ station: "connected", event }))));

  it("are those of its last comparison, with its HSM and time", () => {
    expect(seenIn(opened(), seen(key("one")), seen(key("one"), key("two")))).toEqual({
      hsm: "Contoso-HSM",
      at: "2026-01-31T09:00:00.000Z",
      keys: [key("one"), key("two")],
    });
  });

  it("are none if nothing was compared, or the ceremony was aborted", () => {
    expect(seenIn(opened())).toBeNull();
    expect(seenIn(seen(key("one")))).toBeNull();
    expect(seenIn(opened(), seen(key("one")), { type: "aborted", by: "app", data: {} })).toBeNull();
  });
});
