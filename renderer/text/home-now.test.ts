// What Home says is to be done now: the most urgent thing, and only that.
import { describe, expect, it } from "vitest";
import type { CustodyKnown, HomeView, KnownCeremony } from "../../electron/bridge/view.ts";
import { sentence, type Sentence } from "../../electron/text/text.ts";
import { nowOf } from "./home-now.ts";

const NOW = Date.parse("2026-11-25T10:00:00.000Z");
const LATER = { at: "2027-02-23T10:00:00.000Z", overdueDays: 0 };
const LATE = { at: "2026-11-13T10:00:00.000Z", overdueDays: 12 };

type Health = CustodyKnown["health"];
type Officer = Health["officers"][number];

const officer = (seat: number, change: Partial<Officer> = {}): Officer => ({
  seat,
  name: `Name ${seat}`,
  trouble: "",
  sealsSeenAt: "",
  keyOpenedAt: "",
  keyCheck: LATER,
  isForeign: false,
  ...change,
});
const WHOLE: Health = {
  level: "whole",
  healthy: 3,
  all: 3,
  required: 2,
  domainCopies: 2,
  attestation: LATER,
  dryRun: LATER,
  officers: [officer(1), officer(2), officer(3)],
};

const custodyOf = (health: Partial<Health>, unmet: readonly Sentence[] = []) => ({
  health: { ...WHOLE, ...health },
  attestedAt: null,
  rules: [],
  geometry: { rows: [{ verdict: unmet.length === 0 ? "met" : "unmet", unmet }], pairs: [] },
});

const home = (health: Partial<Health> | null, change: Partial<HomeView> = {}): HomeView =>
  ({
    ceremonies: [],
    partsWaiting: [],
    custody: health === null ? null : custodyOf(health),
    ...change,
  }) as unknown as HomeView;

const said = (view: HomeView) => nowOf(view, NOW, "rehearsal");
const aborted = { name: "recovery", hsm: "H", progress: "aborted", closedAt: null };

describe("now", () => {
  it("nothing is due: it says when the next attestation is", () => {
    expect(said(home({}))).toEqual({
      say: "Nothing is due today. The next attestation is due 23 February 2027, in 90 days.",
      due: null,
      unmet: "",
    });
  });

  const rulesNotMet = (...names: readonly string[]) =>
    ({ rules: names.map((rule) => ({ rule, verdict: "not-kept" })) }) as object;

  it("rules are not met: it is not said that nothing is due, and each is there, the gravest first", () => {
    const accepted = { rules: [{ rule: "quorum", verdict: "deviation" }] };
    const custody = { ...custodyOf({}), ...accepted };
    expect(said(home({}, { custody } as unknown as Partial<HomeView>))).toMatchObject({
      say: expect.stringMatching(/^Nothing is due/) as string,
      unmet: "",
    });
    const unmet = { ...custodyOf({}), ...rulesNotMet("review", "quorum", "sealed", "backup") };
    expect(said(home({}, { custody: unmet } as unknown as Partial<HomeView>))).toEqual({
      say: "The next attestation is due 23 February 2027, in 90 days.",
      due: null,
      unmet:
        "Not met: the newest full backup is not on record; an object is not sealed; "
        + "two officers are enough; no review this quarter",
    });
  });

  it("what is due says of its own rule already that it is not met, and only of that", () => {
    const custody = { ...custodyOf({ attestation: LATE }), ...rulesNotMet("backup", "review") };
    const now = said(home({}, { custody } as unknown as Partial<HomeView>));
    expect(now.due?.ceremony).toBe("attestation-part");
    expect(now.unmet).toBe("Not met: the newest full backup is not on record");
  });

  it("nothing is due after an attestation: it says when that was", () => {
    const custody = { ...custodyOf({}), attestedAt: new Date(NOW).toISOString() };
    expect(said(home({}, { custody } as unknown as Partial<HomeView>)).say).toBe(
      "Nothing is due today. Last attested today; the next attestation is due 23 February 2027, in 90 days.",
    );
  });

  it("nothing is known: it says where to begin", () => {
    expect(said(home(null))).toMatchObject({
      due: null,
      say: expect.stringContaining("Start with Activate") as string,
    });
  });

  it("nothing is known at the offline station: the last record may be on another computer", () => {
    expect(nowOf(home(null), NOW, "offline").say).toContain("add the last record here");
  });

  it("what was aborted comes before everything", () => {
    const ceremonies = [aborted as KnownCeremony];
    expect(said(home({ level: "would-fail" }, { ceremonies })).say).toContain("was aborted");
  });

  it.each<readonly [string, Partial<Health>, readonly number[], string, RegExp]>([
    [
      "a recovery would fail",
      { level: "would-fail", attestation: LATE },
      [],
      "replacement",
      /fail today/,
    ],
    [
      "a key is lost",
      { officers: [officer(1), officer(2, { trouble: "lost" })] },
      [1, 2],
      "replacement",
      /officer 2, Name 2/,
    ],
    [
      "keys were made elsewhere",
      { officers: [officer(1, { isForeign: true })] },
      [],
      "replacement",
      /other tools/,
    ],
    [
      "some parts are here",
      { attestation: LATE },
      [2],
      "attestation-part",
      /^Officer 2 attested; officers 1 and 3 still/,
    ],
    ["all parts are here", { attestation: LATE }, [1, 2, 3], "attestation", /Every officer/],
    ["the attestation is late", { attestation: LATE }, [], "attestation-part", /12 days overdue/],
    [
      "it was never held",
      { attestation: { at: "", overdueDays: 0 } },
      [],
      "attestation-part",
      /never attested/,
    ],
    [
      "a key check is late",
      { officers: [officer(3, { keyCheck: LATE })] },
      [],
      "attestation-part",
      /officer 3, Name 3/,
    ],
    ["the dry run is late", { dryRun: LATE }, [], "dry-run", /12 days overdue/],
    [
      "key check and dry run are late",
      { dryRun: LATE, officers: [officer(3, { keyCheck: LATE })] },
      [],
      "attestation-part",
      /officer 3, Name 3/,
    ],
  ])("%s: the ceremony that is due, and why", (_, health, partsWaiting, ceremony, say) => {
    const found = said(home(health, { partsWaiting }));
    expect(found.due?.ceremony).toBe(ceremony);
    expect(found.due?.title).toMatch(/^Now: /);
    expect(found.say).toMatch(say);
  });

  it("one holder alone is too much: the worst is said before what is late", () => {
    const lost = sentence("geometry.unmetDomain", { who: "Asha Rao" });
    const custody = custodyOf({ attestation: LATE }, [lost]);
    const found = said(home({}, { custody } as unknown as Partial<HomeView>));
    expect(found.due).toEqual({ ceremony: "hand-off", title: "Now: hand off" });
    expect(found.say).toBe("Asha Rao, if lost: every copy of the security domain is lost.");
  });

  it("degraded by something else still says so", () => {
    expect(said(home({ level: "degraded", domainCopies: 1 })).say).toContain("degraded");
  });
});
