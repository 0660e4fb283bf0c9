// Ceremonies that find or replace keys, killed at their own moments: the same command continues,
// nothing is lost, and the old is gone only once the new is proven.
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { sha256Hex } from "../../crypto/index.ts";
import { standingOf } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { ceremoniesIn, mediumAside } from "../session/folders.ts";
import { reach, RENEWALS } from "./kill-moments.fixture.ts";
import { newPlace, Running, type Place } from "./rehearsal.fixture.ts";

let activated: Place & { readonly remove: () => void };
beforeAll(async () => {
  activated = newPlace();
  expect((await new Running(activated, "activation").ended).code).toBe(0);
});
afterAll(() => activated.remove());

/** Runs the command again and again, each time killed at the next moment, and at last not. */
async function killedAt(
  place: Place,
  script: keyof typeof RENEWALS,
): Promise<ReturnType<typeof verifyRecord>> {
  for (const moment of RENEWALS[script]) {
    const running = new Running(place, script);
    onTestFinished(() => running.wipe());
    await reach(moment, running, place);
    running.signal("SIGKILL");
    const { code, errors } = await running.ended;
    // It may have been faster than its moment.
    if (code === 0) return recordOf(place);
    expect({ code, errors }, moment.name).toEqual({ code: null, errors: "" });
  }
  const last = await new Running(place, script).ended;
  expect(last, script).toMatchObject({ code: 0, errors: "" });
  return recordOf(place);
}

const recordOf = ({ out }: Place): ReturnType<typeof verifyRecord> =>
  verifyRecord(readFileSync(join(out, "record.jsonl")));

/** A place with what the activation left. */
function placeAfter(): Place {
  const place = newPlace();
  onTestFinished(place.remove);
  cpSync(activated.media, place.media, { recursive: true });
  return place;
}

/** SHA-256 of the security domains on a medium. */
const domainsOn = ({ media }: Place, label: string): readonly string[] =>
  readdirSync(join(media, label))
    .filter((name) => /-SD(-\d+)?\.json$/.test(name))
    .map((name) => sha256Hex(readFileSync(join(media, label, name))));

describe("killed, and given the same command again,", () => {
  it("a replacement has one new key, one new domain, and nothing old", async () => {
    const place = placeAfter();
    const { entries, closedBy } = await killedAt(place, "replacement");
    expect(closedBy).toBe("signatures");
    const { domainSha256, objects } = standingOf(entries);
    for (const label of ["transfer", "domain-copy"])
      expect(domainsOn(place, label)).toEqual([domainSha256]);
    expect(entries.filter(({ type }) => type === "key-made")).toHaveLength(1);
    expect(objects.filter(({ object }) => object === "officer-3 medium")).toHaveLength(1);
    const replacing = ceremoniesIn(place.media).find(({ number }) => number === 2)!;
    expect(readdirSync(mediumAside(place.media, "old", replacing, "officer-3"))).toEqual([]);
  });

  it("an adoption adopts the same domain", async () => {
    const place = newPlace();
    onTestFinished(place.remove);
    const { entries, closedBy } = await killedAt(place, "adoption");
    expect(closedBy).toBe("paper");
    expect(domainsOn(place, "domain-copy")).toEqual([standingOf(entries).domainSha256]);
  });

  it("a recovery without an earlier record finds the same keys", async () => {
    const place = placeAfter();
    const { entries } = await killedAt(place, "recovery-alone");
    expect(standingOf(entries).officers.map(({ thumbprint }) => thumbprint)).toEqual(
      standingOf(recordOf(activated).entries).officers.map(({ thumbprint }) => thumbprint),
    );
  });
});
