// `sd hsm after`: whether everything is right after the HSM was activated, and what to keep.
import { readSecurityDomain } from "../../../crypto/index.ts";
import { auditQuery } from "../../hsm/audit-query.ts";
import {
  firstPlan,
  readPlan,
  ROLE_NOTES,
  rolePoints,
  selfAdministrators,
} from "../../hsm/roles.ts";
import type { Hsm } from "../../hsm/hsm.ts";
import { good, wrong, type Point } from "../../hsm/point.ts";
import { english } from "../../text/english.ts";
import type { Sentence } from "../../text/sentence.ts";
import { optional, numberOf, usage, type Given } from "../shared/arguments.ts";
import { fault } from "../shared/faults.ts";
import { readInput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { shown } from "../shared/shown.ts";
import { certificateOf } from "../../usecases/turn.ts";
import { connect, type Connection } from "./connection.ts";
import { dataOf, isWrong, linesOf } from "./points.ts";

const DAY_MS = 86_400_000;

/**
 * Asks, and changes nothing. Exit code 1 if a point is wrong.
 * @throws Fault E-USAGE, E-FILE-*, E-CERT-*, E-SD-*, E-HSM-*
 */
export async function after(given: Given, voice: Voice): Promise<Outcome> {
  const connection = await connect(given, voice);
  const { hsm } = connection;
  const domain = domainPoints(given, connection);
  const roles = await hsmRoles(given, hsm);
  const points = [...roles.points, ...domain];
  const now = Date.now();
  const query = auditQuery(
    shown(hsm.name),
    new Date(now - DAY_MS).toISOString(),
    new Date(now).toISOString(),
  );
  const notes = [...ROLE_NOTES, ...(roles.who === null ? [] : [roles.who])].map(english).map(shown);
  return {
    text: [
      `After ${shown(hsm.name)} was activated:`,
      ...linesOf(points),
      ...notes,
      "Run this in the workspace that receives the HSM's log, once it is there (often an hour),",
      "and keep the result; sd reconcile compares it with the records:",
      query,
    ].join("\n"),
    data: { hsm: shown(hsm.name), points: dataOf(points), notes, query },
    ...(isWrong(points) ? { code: 1, refusal: fault("E-HSM-AFTER") } : {}),
  };
}

/** What the HSM says of its roles, and who can download the domain by them. */
async function hsmRoles(
  given: Given,
  hsm: Hsm,
): Promise<{ readonly points: readonly Point[]; readonly who: Sentence | null }> {
  const { activation, administrators } = await hsm.facts();
  if (activation !== "Active") {
    const point = wrong(
      "active",
      "Azure does not say that the HSM is active.",
      "Keep everything. Ask sd hsm status until it is; roles can be read only then.",
    );
    return { points: [point], who: null };
  }
  const file = optional(given, "--roles");
  const plan = file === null ? firstPlan(administrators) : readPlan(readInput(file, "--roles"));
  const assignments = await hsm.roleAssignments();
  const found = rolePoints(assignments, await hsm.roles(), plan).map((point) => ({
    ...point,
    sentence: shown(english(point.sentence)),
  }));
  return {
    points: [good("active", "The HSM is active."), ...found],
    who: selfAdministrators(assignments),
  };
}

/** The domain names exactly the given certificates, with their quorum. */
function domainPoints(given: Given, { mode }: Connection): readonly Point[] {
  const [file, paths] = [optional(given, "--sd-file"), given.values.get("--sd-wrapping-keys")];
  if ((file === null) !== (paths === undefined))
    throw usage("The flags --sd-file and --sd-wrapping-keys go together.");
  if (file === null || paths === undefined) return [];
  const domain = readSecurityDomain(readInput(file, "--sd-file"));
  const required = numberOf(given, "--sd-quorum", 2, 10);
  const asked = paths.map(
    (path, i) =>
      certificateOf({ mode }, readInput(path, `--sd-wrapping-keys (certificate ${String(i + 1)})`))
        .thumbprint,
  );
  const named = domain.shares.map(({ thumbprint }) => thumbprint);
  const isOurs =
    named.toSorted().join() === asked.toSorted().join() && domain.required === required;
  return [
    isOurs
      ? good(
          "domain",
          `The domain names exactly these ${String(asked.length)} certificates, and `
            + `quorum ${String(required)}.`,
        )
      : wrong(
          "domain",
          "The domain names other certificates, or another quorum.",
          "Keep it, and the answer. Do not close the ceremony: find out whose certificates they are.",
        ),
  ];
}
