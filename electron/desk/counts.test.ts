// Before a first ceremony or a renewal has a record, people choose how many officers there are and how
// many open the domain; everything that is shown then follows.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { makeDomain } from "../../crypto/domain.fixture.ts";
import { random, utf8 } from "../../crypto/index.ts";
import type { Planned } from "../../ceremony-scripts/index.ts";
import { rehearsedActivation } from "../cli/activation.fixture.ts";
import { editedText, SMALL } from "../deployment/plan/plan.fixture.ts";
import { folderMedia, prepareMedium } from "../media/media.ts";
import { REHEARSAL_PEOPLE } from "../people/protocol.ts";
import { WITHOUT_WINDOW } from "../rehearse/run-steps.ts";
import type { SessionHooks } from "../session/session.ts";
import { vaultsHere } from "../vault/here.fixture.ts";
import type { Desk } from "./desk.ts";
import { deskIn } from "./desk.fixture.ts";
import { OpenCeremony } from "./open-ceremony.ts";

const planOf = ({ hsm = "Contoso-HSM-1", officers = 5, quorum = 3 }: Partial<Planned>): string =>
  editedText(SMALL, {
    "hsm.name": hsm,
    "hsm.securityDomain.officers": officers,
    "hsm.securityDomain.quorum": quorum,
  });

/** Of a session in which nothing is done. */
const HOOKS: SessionHooks = {
  ...WITHOUT_WINDOW,
  vaults: vaultsHere,
  startHsm: () => Promise.reject(new Error("No HSM is asked in this test.")),
  invite: () => Promise.reject(new Error("Nobody types in this test.")),
  notice: () => undefined,
  software: { version: "0", commit: "0", runtime: "test" },
  pollSeconds: 0,
  restoreWaitSeconds: 0,
};

function desk(fill: (root: string) => void = () => undefined): Desk {
  const root = mkdtempSync(join(tmpdir(), "counts-"));
  fill(root);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return deskIn(root);
}

const minutesIn = ({ ceremony }: Awaited<ReturnType<Desk["look"]>>): number =>
  (ceremony?.acts ?? [])
    .flatMap(({ steps }) => steps)
    .reduce((sum, { minutes }) => sum + minutes, 0);

it("are those proposed, then those chosen, for the timetable and for who comes", async () => {
  const at = desk();
  const { home } = await at.look();
  expect(home.proposedCounts).toEqual({ officers: 3, quorum: 2 });
  const first = await at.begin({ ceremony: "activation", on: "folders" });
  expect(first).toMatchObject({ mayCount: true, coming: { least: 3, most: 3 } });
  const chosen = await at.counts({ officers: 10, quorum: 5 });
  expect(chosen).toMatchObject({
    mayCount: true,
    coming: { least: 10, most: 10 },
    ceremony: { officers: 10, quorum: 5 },
    crew: { seats: [] },
  });
  expect(minutesIn(chosen)).toBeGreaterThan(minutesIn(first));
  const fewer = await at.counts({ officers: 4, quorum: 4 });
  expect(fewer.ceremony).toMatchObject({ officers: 4, quorum: 4 });
});

it("are recorded with the opening, and chosen no longer", async () => {
  const at = desk();
  await at.begin({ ceremony: "activation", on: "folders" });
  await at.counts({ officers: 5, quorum: 3 });
  const people = REHEARSAL_PEOPLE.slice(0, 2 + 5);
  const input = { hsm: "Contoso-Rehearsal-HSM", bits: 2048, people };
  const opened = await at.perform({ step: "open", input });
  expect(opened).toMatchObject({ mayCount: false, ceremony: { officers: 5, quorum: 3 } });
  expect(opened.ceremony?.people).toHaveLength(7);
  expect(opened.media.map(({ label }) => label)).not.toContain("officer-6");
  expect(await codeOf(() => at.counts({ officers: 3, quorum: 2 }))).toBe("E-DESK-STALE");
  await at.leave({});
  const again = await at.begin({ ceremony: "activation", on: "folders" });
  expect(again).toMatchObject({ mayCount: false, ceremony: { officers: 5, quorum: 3 } });
});

it("are those of the custody, but a renewal may have others", async () => {
  const { media } = await rehearsedActivation();
  const at = desk((root) => cpSync(media, join(root, "1"), { recursive: true }));
  const known = await at.begin({ ceremony: "dry-run", on: "folders" });
  expect(known).toMatchObject({ mayCount: false, ceremony: { officers: 3, quorum: 2 } });
  expect(await codeOf(() => at.counts({ officers: 5, quorum: 3 }))).toBe("E-DESK-STALE");
  await at.leave({});
  const renewing = await at.begin({ ceremony: "replacement", on: "folders" });
  expect(renewing).toMatchObject({ mayCount: true, ceremony: { officers: 3, quorum: 2 } });
  await at.counts({ officers: 10, quorum: 5 });
  expect(await at.counts({ officers: 5, quorum: 3 })).toMatchObject({
    mayCount: true,
    coming: { least: 5, most: 5 },
    ceremony: { officers: 5, quorum: 3 },
  });
  const people = REHEARSAL_PEOPLE.slice(0, 2 + 5);
  const input = { hsm: "Contoso-Rehearsal-HSM", bits: 2048, people, renewed: [4, 5] };
  const opened = await at.perform({ step: "open", input });
  expect(opened).toMatchObject({ mayCount: false, ceremony: { officers: 5, quorum: 3 } });
});

/** A person chooses this file; none if it is null. */
const chosen = (file: () => Uint8Array | null) => async () => {
  const bytes = file();
  return bytes === null ? null : { path: "plan.yaml", bytes };
};

it("are those of a plan that a person chooses, whose HSM is proposed too", async () => {
  let file: Uint8Array | null = null;
  const root = mkdtempSync(join(tmpdir(), "counts-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const at = deskIn(root, vaultsHere, { choosePlan: chosen(() => file) });
  await at.begin({ ceremony: "activation", on: "folders" });
  expect(await at.planned({})).toMatchObject({ mayPlan: true, countsPlanned: null });
  const counts = { hsm: "Contoso-HSM-7", officers: 7, quorum: 4 };
  file = utf8(planOf(counts));
  const planned = await at.planned({});
  const ceremony = { officers: counts.officers, quorum: counts.quorum };
  expect(planned).toMatchObject({ countsPlanned: counts, ceremony, mayCount: true });
  expect(planned.home.proposedHsm).toBe(counts.hsm);
  // Others may still be chosen; what the plan says stays on the screen.
  const other = { officers: 9, quorum: 8 };
  expect(await at.counts(other)).toMatchObject({ countsPlanned: counts, ceremony: other });
});

it("are taken from no other file, which changes nothing (B203)", async () => {
  const files = {
    "no UTF-8": Uint8Array.of(0xff),
    "no YAML": utf8("a: ["),
    "an alias": utf8("hsm: &a { name: HSM-1 }\nb: *a\n"),
    "no HSM": utf8("people: []\n"),
    "eleven officers": utf8(planOf({ officers: 11 })),
    "a quorum above the officers": utf8(planOf({ officers: 3, quorum: 4 })),
    "a quorum that is text": utf8(planOf({}).replace("quorum: 3", "quorum: two")),
    "a name that Azure refuses": utf8(planOf({ hsm: "a" })),
    "over 256 KiB": utf8(`${planOf({})}# ${"x".repeat(256 * 1024)}\n`),
  };
  const root = mkdtempSync(join(tmpdir(), "counts-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  let file: Uint8Array | null = null;
  const at = deskIn(root, vaultsHere, { choosePlan: chosen(() => file) });
  const { ceremony } = await at.begin({ ceremony: "activation", on: "folders" });
  for (const [name, bytes] of Object.entries(files)) {
    file = bytes;
    expect(await codeOf(() => at.planned({})), name).toBe("E-DESK-PLAN");
  }
  expect(await at.look()).toMatchObject({ countsPlanned: null, ceremony });
});

it("are not taken from a plan where a domain has its own", async () => {
  const { media } = await rehearsedActivation();
  const at = desk((root) => cpSync(media, join(root, "1"), { recursive: true }));
  await at.begin({ ceremony: "dry-run", on: "folders" });
  expect(await codeOf(() => at.planned({}))).toBe("E-DESK-STALE");
});

it("are those in the file of the security domain that was found, on drives", async () => {
  const root = mkdtempSync(join(tmpdir(), "counts-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const { folder } = prepareMedium(join(root, "sticks"), "transfer", "REHEARSAL", random);
  writeFileSync(join(folder, "exported.json"), makeDomain(5, 3).text);
  const drives = folderMedia(join(root, "sticks"));
  const proposed = { officers: 3, quorum: 2 };
  const at = await OpenCeremony.open("adoption", join(root, "1"), HOOKS, { drives }, proposed);
  const found = { officers: 5, quorum: 3, label: "transfer", name: "exported.json" };
  const said = ({ script, mayCount, countsFound }: OpenCeremony) =>
    [script.officers, script.quorum, mayCount, countsFound] as const;
  expect(said(at)).toEqual([5, 3, true, found]);
  const chosen = await at.counted(proposed);
  expect(said(chosen)).toEqual([3, 2, true, found]);
  rmSync(join(folder, "exported.json"));
  expect(said(chosen)).toEqual([3, 2, true, null]);
  await chosen.session.end();
});

it("are chosen in an open ceremony only", async () => {
  const at = desk();
  expect(await codeOf(() => at.counts({ officers: 5, quorum: 3 }))).toBe("E-DESK-CLOSED");
});
