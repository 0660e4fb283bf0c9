// What a fire takes, and what lies together.
import { describe, expect, it } from "vitest";
import { findings, siteLosses, siteOf } from "./site-loss.ts";

const officers = [1, 2, 3].map((seat) => ({ seat, name: `Officer ${seat}` }));
const subsets = [[1, 2], [1, 3], [2, 3]];

/** Places by object; each officer's own, backup and envelope in this order. */
function known(places: readonly (readonly [string, string, string])[], domain: [string, string]) {
  const own = places.flatMap(([medium, backup, envelope], i) => [
    { object: `officer-${i + 1} medium`, place: medium },
    { object: `officer-${i + 1} backup medium`, place: backup },
    { object: `officer-${i + 1} passphrase envelope`, place: envelope },
  ]);
  const shared = [
    { object: "transfer medium", place: domain[0] },
    { object: "domain copy medium", place: domain[1] },
  ];
  const objects = [...own, ...shared].map((one, i) => ({
    ...one, seal: `00${i}`, custodian: "somebody",
  }));
  return { officers, subsets, objects };
}

const apart = known([
  ["Chennai, safe", "Coimbatore, locker", "Pune, notary"],
  ["Pune, safe", "Mumbai, locker", "Chennai, notary"],
  ["Hyderabad, safe", "Nagpur, locker", "Mumbai, notary"],
], ["Chennai, safe", "Pune, safe"]);

describe("a site that burns", () => {
  it("is the place up to its first comma, whatever its capitals", () => {
    expect(siteOf(" Chennai , head office, safe 3")).toBe("Chennai");
    const both = known([
      ["Chennai, a", "CHENNAI, b", "Pune"], ["Pune", "Mumbai", "Goa"], ["Goa", "Delhi", "Pune"],
    ], ["Pune", "Goa"]);
    expect(siteLosses(both)[0]).toMatchObject({ site: "Chennai", objects: 2, lost: [1] });
  });

  it("takes no pair while each key and the domain have a copy elsewhere", () => {
    for (const { left, lost } of siteLosses(apart)) {
      expect(left).toEqual(subsets);
      expect(lost).toEqual([]);
    }
    expect(findings(apart)).toEqual([]);
  });

  it("takes two of three pairs with both copies of one officer", () => {
    const close = known([
      ["Chennai, safe", "Coimbatore", "Pune"], ["Pune", "Mumbai", "Goa"],
      ["Hyderabad, safe", "Hyderabad, locker", "Goa"],
    ], ["Chennai", "Pune"]);
    const burnt = siteLosses(close).find(({ site }) => site === "Hyderabad");
    expect(burnt).toMatchObject({ lost: [3], left: [[1, 2]], domainLost: false });
    expect(findings(close))
      .toEqual(["Every copy of officer 3 lies in Hyderabad. Move one to another site."]);
  });

  it("takes everything with both copies of the domain", () => {
    const { officers: people, objects } = apart;
    const moved = objects.map((object) => object.object === "domain copy medium"
      ? { ...object, place: "Chennai, basement" } : object);
    const burnt = siteLosses({ officers: people, subsets, objects: moved })
      .find(({ site }) => site === "Chennai");
    expect(burnt).toMatchObject({ domainLost: true, left: [] });
  });

  it("is named when it holds medium and passphrase of two officers", () => {
    const tempting = known([
      ["Chennai, safe", "Goa", "Chennai, locker"], ["Chennai, safe", "Pune", "Chennai, desk"],
      ["Delhi", "Pune", "Goa"],
    ], ["Delhi", "Goa"]);
    expect(findings(tempting)).toEqual([
      "In Chennai lie medium and passphrase of officers 1 and 2: "
      + "whoever opens that site has a pair.",
    ]);
  });

  it("says of an officer without objects that nothing is known", () => {
    const objects = apart.objects.filter(({ object }) => !object.startsWith("officer-3"));
    expect(findings({ officers, subsets, objects }))
      .toEqual(["Nothing is known of the media of officer 3."]);
    expect(siteLosses({ officers, subsets, objects })[0]?.left).toEqual([[1, 2]]);
  });
});
