// `sd hsm check`: what must hold before the HSM is activated, each point in plain words: of the
// HSM, and of the given certificates, record and media.
import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import {
  FILE_BYTES_MAX,
  isFault,
  checkOfficers,
  type Certificate,
  type Fault,
} from "../../../crypto/index.ts";
import { fold, seatsOf, thumbprintOf } from "../../ceremony/ceremony.ts";
import { decide, good, wrong, type Point } from "../../hsm/point.ts";
import { preflight } from "../../hsm/preflight.ts";
import { verifyRecord } from "../../journal/verify.ts";
import { rely } from "../../meaning/reliance.ts";
import type { Mode } from "../../media/media.ts";
import { certificateOf } from "../../usecases/turn.ts";
import { optional, numberOf, usage, type Given } from "../shared/arguments.ts";
import { fault } from "../shared/faults.ts";
import { readInput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { readRecordAt } from "../shared/record-file.ts";
import { shown } from "../shared/shown.ts";
import { connect } from "./connection.ts";
import { dataOf, isWrong, linesOf } from "./points.ts";

/**
 * Asks, and changes nothing. Exit code 1 if a point is wrong.
 * @throws Fault E-USAGE, E-FILE-*, E-HSM-*
 */
export async function check(given: Given, voice: Voice): Promise<Outcome> {
  const { hsm, host, mode } = await connect(given, voice);
  const files = filePoints(given, mode);
  const { addressesOf } = await import("../../hsm/azure/addresses.ts");
  const facts = await hsm.facts();
  const points = [
    ...preflight(facts, { signedInAs: await hsm.signedInAs(), addresses: await addressesOf(host) }),
    ...files,
  ];
  const administrators = facts.administrators.map(shown);
  return {
    text: [
      `Before ${shown(hsm.name)} is activated:`,
      ...linesOf(points),
      `First administrators: ${administrators.join(", ") || "none"}`,
    ].join("\n"),
    data: {
      hsm: shown(hsm.name),
      points: dataOf(points),
      administrators,
      regions: facts.regions.map(shown),
    },
    ...(isWrong(points) ? { code: 1, refusal: fault("E-HSM-CHECK") } : {}),
  };
}

/** The answer, and the domain in it: each of the maximum size. */
const NEEDED = 2 * FILE_BYTES_MAX;

/** Points of the named files, and of no others. @throws Fault E-USAGE */
function filePoints(given: Given, mode: Mode): readonly Point[] {
  const read = reading(given, mode);
  return [...certificatePoints(given, read), ...recordPoints(given, read), ...mediaPoints(given)];
}

type Read = readonly Certificate[] | Fault | null;

/** Null if none is named. */
function reading(given: Given, mode: Mode): Read {
  const paths = given.values.get("--sd-wrapping-keys");
  if (paths === undefined) return null;
  return attempt(() =>
    paths.map((path, i) =>
      certificateOf({ mode }, readInput(path, `--sd-wrapping-keys (certificate ${String(i + 1)})`)),
    ),
  );
}

function certificatePoints(given: Given, read: Read): readonly Point[] {
  if (read === null) return [];
  if (isFault(read)) return [refused("certificates", read)];
  const required = numberOf(given, "--sd-quorum", 2, 10);
  const fault = attempt(() => checkOfficers(read, required));
  if (fault !== undefined)
    return [refused(fault.code === "E-QUORUM" ? "quorum" : "certificates", fault)];
  return [
    good("certificates", `${String(read.length)} different certificates are named.`),
    good("quorum", `${String(required)} of ${String(read.length)} officers will open the domain.`),
  ];
}

/** They are those for which the ceremony's record vouches, seat by seat. */
function recordPoints(given: Given, read: Read): readonly Point[] {
  const place = optional(given, "--record");
  if (place === null) return [];
  if (read === null) throw usage("The flag --record needs --sd-wrapping-keys.");
  const known = attempt(() => {
    const state = fold(rely(verifyRecord(readRecordAt(place))).verdict.entries);
    return seatsOf(state.opened?.officers ?? 0).map((seat) => thumbprintOf(state, seat) ?? "none");
  });
  if (isFault(known)) return [refused("record", known)];
  const named = isFault(read) ? [] : read.map(({ thumbprint }) => thumbprint);
  return [
    named.toSorted().join() === known.toSorted().join()
      ? good("record", "The certificates are those of the ceremony's record.")
      : wrong(
          "record",
          "The certificates are not those of the ceremony's record.",
          "Take the files from the transfer medium of this ceremony.",
        ),
  ];
}

function mediaPoints(given: Given): readonly Point[] {
  const folders = given.values.get("--out");
  if (folders === undefined) return [];
  if (folders.length !== 2) throw usage("The flag --out needs two folders: one for each copy.");
  const there = folders.map(existing);
  const [first, second] = there.map((folder) => statSync(folder, { bigint: true }).dev);
  return [
    ...there.map((folder, i) => space(folder, i + 1)),
    first === second
      ? decide(
          "media",
          "Both folders are on one disk: if it is lost, both copies are.",
          "Give a folder on another medium, or decide to continue like this.",
        )
      : good("media", "The two folders are on two disks."),
  ];
}

function space(folder: string, n: number): Point {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= NEEDED
    ? good("space", `Folder ${String(n)} has room for the answer and the domain.`)
    : wrong(
        "space",
        `Folder ${String(n)} does not have enough room for the answer and the domain.`,
        "Make room, or give a folder on another medium.",
      );
}

/** The folder itself, or its nearest existing parent. */
function existing(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) || dirname(path) === path ? path : existing(dirname(path));
}

const refused = (point: string, { message, next }: Fault): Point => wrong(point, message, next);

function attempt<T>(work: () => T): T | Fault {
  try {
    return work();
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}
