// A private key on the transfer medium: the ceremony stops, the incident is in the record as soon
// as one can be written, and nothing continues until two people have decided.
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fold, type Exception } from "../ceremony/ceremony.ts";
import { readRecord } from "../journal/journal.ts";
import { goOn } from "../session/stations.ts";
import { confirmStep } from "./confirm-step.ts";
import { exportCertificates } from "./export-certificates.ts";
import { giveAway, handOver } from "./hand-over.ts";
import type { Deps } from "./deps.ts";
import { checkClean, waitingIncidents } from "./incident.ts";
import { noteException } from "./note-exception.ts";
import { resumeCeremony } from "./resume-ceremony.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import type { Stations } from "./stations.fixture.ts";
import { takeOver } from "./take-over.ts";
import { letGo } from "./turn.ts";

beforeAll(() => snapshotOf("activation", "open"));

const decided: Exception = {
  expected: "No key lies on the transfer medium.",
  happened: "One lay there.",
  decided: "The stick was destroyed; the key is replaced.",
  decidedBy: ["administrator", "witness"],
  decision: "continue",
};

/** Puts an officer's encrypted key on the transfer medium, under this name. */
const putKey = (stations: Stations, name = "notes.txt"): void => {
  cpSync(stations.on("officer-1", "cert_0.key"), stations.on("transfer", name));
};
const takeAway = (stations: Stations, name = "notes.txt"): void => {
  rmSync(stations.on("transfer", name));
};
const incidentsIn = (stations: Stations) =>
  stations.entries.filter(({ type }) => type === "incident-found");

describe("a key on the medium for the copy of the domain", () => {
  it("stops the download before the HSM is asked, and is in the record", async () => {
    const stations = await stationsAt("activation", "download-domain");
    cpSync(stations.on("officer-1", "cert_0.key"), stations.on("domain-copy", "cert_0.key"));
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-SECRET");
    expect(stations.types()).not.toContain("download-began");
    expect(incidentsIn(stations)[0]!.data).toMatchObject({
      step: "download-domain",
      medium: "domain-copy",
      files: ["cert_0.key"],
    });
  });
});

describe("B167 what a search passes over", () => {
  it("stops the step: an archive, and another partition of the stick", async () => {
    const stations = await stationsAt("activation", "read-activation");
    const check = (media: Partial<Deps["media"]> = {}): Promise<string> => {
      const deps = { ...stations.connected, media: { ...stations.connected.media, ...media } };
      return codeOf(() => checkClean(deps, deps.media.find("transfer"), "at-connected"));
    };
    expect(await check()).toBe("nothing thrown");
    expect(await check({ hasNeighbour: () => true })).toBe("E-MEDIA-PARTITION");
    writeFileSync(stations.on("transfer", "minutes.pdf"), Buffer.from("504b030400000000", "hex"));
    expect(await check()).toBe("E-MEDIA-ARCHIVE");
    expect(incidentsIn(stations)).toEqual([]);
  });
});

describe("an officer's own medium in the connected computer", () => {
  const withDrive = (
    stations: Stations,
    station: "offline" | "connected",
    mode: Deps["mode"],
    label = "officer-2",
  ) => {
    const deps = stations[station];
    const drive = { ...deps.media.labels()[0]!, label, volume: "4A1B-9C3D" };
    return { ...deps, mode, media: { ...deps.media, labels: () => [drive] } };
  };
  const check = (deps: Deps): Promise<string> =>
    codeOf(() => checkClean(deps, deps.media.find("transfer"), "at-connected"));

  it("is an incident, with nothing on it read", async () => {
    const stations = await stationsAt("activation", "read-activation");
    expect(await check(withDrive(stations, "connected", "PRODUCTION"))).toBe("E-MEDIA-OFFICER");
    expect(incidentsIn(stations)[0]!.data).toMatchObject({
      medium: "officer-2",
      files: ["medium.json"],
    });
  });

  it("is one that has exactly an officer's label, of either medium", async () => {
    const stations = await stationsAt("activation", "read-activation");
    const at = (label: string) => check(withDrive(stations, "connected", "PRODUCTION", label));
    expect(await at("officer-12-backup")).toBe("E-MEDIA-OFFICER");
    for (const label of ["officer-2\u202e\n", "officer-2x", "my-officer-2", "officer-2-backups"])
      expect(await at(label)).toBe("nothing thrown");
  });

  it("is none at the offline station, or if one computer rehearses both", async () => {
    const stations = await stationsAt("activation", "export-certificates");
    for (const deps of [
      withDrive(stations, "offline", "PRODUCTION"),
      withDrive(stations, "connected", "REHEARSAL"),
    ])
      expect(await check(deps)).toBe("nothing thrown");
  });
});

describe("if the record is open, a key on the transfer medium", () => {
  it.each([
    ["to-connected", handOver, "offline"],
    ["to-offline", handOver, "connected"],
    ["export-certificates", exportCertificates, "offline"],
  ] as const)("stops %s, and is in the record at once", async (step, act, at) => {
    const stations = await stationsAt("activation", step);
    const before = stations.entries.length;
    putKey(stations);
    expect(await codeOf(() => act(stations[at]))).toBe("E-MEDIA-SECRET");
    expect(stations.types(before)).toEqual(["step-began", "incident-found"]);
    expect(incidentsIn(stations)[0]!.data).toMatchObject({
      step,
      medium: "transfer",
      files: ["notes.txt"],
    });
    takeAway(stations);
    expect(await codeOf(() => act(stations[at]))).toBe("E-STATE-INCIDENT");
    noteException(stations[at], decided);
    await act(stations[at]);
    expect(stations.types(before)).not.toContain("handed-over");
    await stations.act();
    expect(stations.step.id).not.toBe(step);
  });

  it("that came after the step was performed keeps the record from being given away", async () => {
    const stations = await stationsAt("activation", "to-connected");
    await handOver(stations.offline);
    putKey(stations);
    expect(await codeOf(() => giveAway(stations.offline, "to-connected"))).toBe("E-MEDIA-SECRET");
    takeAway(stations);
    expect(await codeOf(() => giveAway(stations.offline, "to-connected"))).toBe("E-STATE-INCIDENT");
    noteException(stations.offline, decided);
    await giveAway(stations.offline, "to-connected");
    expect(stations.state.handedTo).toBe("connected");
  });

  it("may end the ceremony", async () => {
    const stations = await stationsAt("activation", "to-connected");
    putKey(stations);
    expect(await codeOf(() => handOver(stations.offline))).toBe("E-MEDIA-SECRET");
    noteException(stations.offline, { ...decided, decision: "abort" });
    expect(stations.state.abortDecided).toBe(true);
  });
});

describe.each([
  ["at-connected", "connected"],
  ["at-offline", "offline"],
] as const)("at %s, before anything is taken, a key on the transfer medium", (step, at) => {
  it("is kept on the disk, and is in the record after the take-over", async () => {
    const stations = await stationsAt("activation", step);
    const before = stations.entries.length;
    putKey(stations, "cert_0.key");
    const deps = stations[at];
    expect(await codeOf(() => takeOver(deps))).toBe("E-MEDIA-SECRET");
    expect(stations.entries).toHaveLength(before);
    if (at === "connected") expect(readRecord(deps.record.folder)).toBeNull();
    expect(waitingIncidents(deps.record.folder)).toMatchObject([{ files: ["cert_0.key"] }]);
    // The same key again is the same incident; another one is one more.
    expect(await codeOf(() => takeOver(deps))).toBe("E-MEDIA-SECRET");
    putKey(stations);
    expect(await codeOf(() => takeOver(deps))).toBe("E-MEDIA-SECRET");
    takeAway(stations);
    takeAway(stations, "cert_0.key");
    await takeOver(deps);
    expect(stations.types(before)).toEqual(["taken-over", "incident-found", "incident-found"]);
    expect(incidentsIn(stations).map(({ data }) => data)).toMatchObject([
      { step, files: ["cert_0.key"] },
      { step, files: ["cert_0.key", "notes.txt"] },
    ]);
    expect(waitingIncidents(deps.record.folder)).toEqual([]);
  });

  it("must be decided about before anyone confirms", async () => {
    const stations = await stationsAt("activation", step);
    const deps = stations[at];
    putKey(stations);
    expect(await codeOf(() => takeOver(deps))).toBe("E-MEDIA-SECRET");
    takeAway(stations);
    await takeOver(deps);
    expect(codeOf(() => confirmStep(deps, step))).toBe("E-STATE-INCIDENT");
    // What was written before it was found decides nothing about it.
    noteException(deps, decided, "2020-01-01T00:00:00.000Z");
    expect(codeOf(() => confirmStep(deps, step))).toBe("E-STATE-INCIDENT");
    expect(codeOf(() => noteException(deps, { ...decided, decidedBy: ["witness"] }))).toBe(
      "E-EXCEPT-FORM",
    );
    noteException(deps, decided);
    confirmStep(deps, step);
    expect(stations.step.id).not.toBe(step);
  });

  it("outlives the power: before the take-over, and between it and the entry", async () => {
    const stations = await stationsAt("activation", step);
    const deps = stations[at];
    putKey(stations);
    expect(await codeOf(() => takeOver(deps))).toBe("E-MEDIA-SECRET");
    takeAway(stations);
    const note = join(deps.record.folder, "notes.json");
    copyFileSync(note, `${note}.kept`);
    const before = stations.entries.length;
    await takeOver(deps);
    // As if the power went right behind the first of the two entries.
    letGo(deps.record);
    const file = join(deps.record.folder, "record.jsonl");
    writeFileSync(
      file,
      readFileSync(file, "utf8")
        .split("\n")
        .slice(0, before + 1)
        .map((line) => `${line}\n`)
        .join(""),
    );
    copyFileSync(`${note}.kept`, note);
    goOn({ offline: stations.offline, connected: stations.connected });
    expect(fold(deps.record.open!.entries).performed).toBe(step);
    resumeCeremony(deps);
    expect(stations.types(before)).toEqual(["taken-over", "resumed", "incident-found"]);
    expect(existsSync(note)).toBe(false);
    // And if it was written and only the note stayed, it is not written twice.
    copyFileSync(`${note}.kept`, note);
    expect(codeOf(() => confirmStep(deps, step))).toBe("E-STATE-INCIDENT");
    expect(incidentsIn(stations)).toHaveLength(1);
    expect(existsSync(note)).toBe(false);
  });
});
