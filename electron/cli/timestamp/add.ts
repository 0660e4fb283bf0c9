// `sd timestamp add`: verifies an authority's answer, and keeps it beside the record. What does not verify is
// not kept, and nothing is overwritten.
import { basename } from "node:path";
import {
  checkTimestamp,
  imprintIn,
  readRequest,
  untrustedTimestamp,
  type Witnessed,
} from "../../../crypto/index.ts";
import { placeOf } from "../../evidence/stamps.ts";
import { keepStamp } from "../../session/stamp-folder.ts";
import { optional, usage, type Given } from "../shared/arguments.ts";
import { dayOf } from "../shared/day.ts";
import { fault } from "../shared/faults.ts";
import { readInput, writeFaultOf } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { shown } from "../shared/shown.ts";
import { neededAuthorities, readAnswer, stampsFolder } from "../shared/stamp-files.ts";
import { stampedAt } from "./stamped.ts";

/** @throws Fault E-USAGE, E-STAMP-*, E-LOG-*, E-BUNDLE-*, E-CERT-*, E-FILE-* */
export function add(given: Given): Outcome {
  const [place, path] = given.words;
  if (place === undefined || path === undefined)
    throw usage("Give a bundle of evidence, or a record, and the file of the answer.");
  const stamped = stampedAt(place);
  const answer = readAnswer(path, "the answer");
  const witnessed = witnessedIn(given, answer);
  const name = placeOf(stamped, answer);
  const isThere = stamped.files.has(name);
  if (!isThere) keep(stampsFolder(place), name, answer);
  const { latest, until } = witnessed;
  // A certificate may have any name.
  const authority = shown(witnessed.authority);
  return {
    text: [
      `${isThere ? "It is there already" : "Kept beside the record"}: stamps/${name}.`,
      `By ${authority}: its clock says ${latest.toISOString()} at the latest.`,
      `Renew it before ${dayOf(until)}, when its certificates end: sd timestamp renew.`,
    ].join("\n"),
    data: { file: `stamps/${name}`, authority, latest: latest.toISOString(), until: dayOf(until) },
  };
}

function witnessedIn(given: Given, answer: Uint8Array): Witnessed {
  const query = optional(given, "--query");
  const sent = query === null ? null : readRequest(readInput(query, "--query"));
  if (query !== null && sent === null) throw fault("E-STAMP-QUERY");
  const asked = sent ?? { ...imprintIn(answer), nonce: null };
  const timestamp = checkTimestamp(answer, asked, neededAuthorities(given));
  const refusal = untrustedTimestamp(timestamp);
  if (refusal !== null || timestamp.witnessed === null) throw refusal ?? fault("E-BUG");
  return timestamp.witnessed;
}

function keep(folder: string, name: string, answer: Uint8Array): void {
  const flag = basename(folder);
  let isFree: boolean;
  try {
    isFree = keepStamp(folder, name, answer);
  } catch (error) {
    throw writeFaultOf(error, flag);
  }
  if (!isFree) throw fault("E-FILE-EXISTS", { flag });
}
