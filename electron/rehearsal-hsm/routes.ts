// Every question that is answered: its method, its path, and who answers it. Nothing else is.
import { notFound, type Answer, type Call } from "./answer.ts";
import { getArmView } from "./arm-view.ts";
import { getJob, postBackup, putRestore } from "./backup.ts";
import { getDownloadStatus, postDownload } from "./download.ts";
import { getKey, listKeys, listVersions } from "./keys.ts";
import type { Machine } from "./machine.ts";
import { getTransferKey } from "./transfer-key.ts";
import { getUploadStatus, postUpload } from "./upload.ts";

type Answerer = (machine: Machine, call: Call) => Answer;

const ROUTES: readonly (readonly [method: string, path: RegExp, answerer: Answerer])[] = [
  ["GET", /\/providers\/Microsoft\.KeyVault\/managedHSMs\/([^/]+)$/i, getArmView],
  ["POST", /^\/securitydomain\/download$/, postDownload],
  ["GET", /^\/securitydomain\/download\/pending$/, getDownloadStatus],
  ["GET", /^\/securitydomain\/upload$/, getTransferKey],
  ["POST", /^\/securitydomain\/upload$/, postUpload],
  ["GET", /^\/securitydomain\/upload\/pending$/, getUploadStatus],
  ["GET", /^\/keys$/, listKeys],
  ["GET", /^\/keys\/([\w-]+)\/versions$/, listVersions],
  ["GET", /^\/keys\/([\w-]+)\/?$/, getKey],
  ["GET", /^\/keys\/([\w-]+)\/([0-9a-f]{32})$/, getKey],
  ["POST", /^\/backup$/, postBackup],
  ["GET", /^\/backup\/([0-9a-f]{32})\/pending$/, getJob("backup")],
  ["PUT", /^\/restore$/, putRestore],
  ["GET", /^\/restore\/([0-9a-f]{32})\/pending$/, getJob("restore")],
];

/** Answers a question of somebody who holds the token. What is over by now has ended before. */
export function answer(machine: Machine, call: Omit<Call, "caught">): Answer {
  machine.settle();
  for (const [method, pattern, answerer] of ROUTES) {
    const found = method === call.method ? pattern.exec(call.path) : null;
    if (found !== null) return answerer(machine, { ...call, caught: found.slice(1) });
  }
  return notFound("There is nothing here.");
}
