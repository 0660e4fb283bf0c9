// `sd hsm check`: what must hold before the HSM is activated, each point in plain words.
import { preflight } from "../../hsm/preflight.ts";
import type { Given } from "../arguments.ts";
import { fault } from "../faults.ts";
import type { Outcome, Voice } from "../outcome.ts";
import { shown } from "../shown.ts";
import { connect } from "./connection.ts";
import { filePoints } from "./file-points.ts";
import { dataOf, isWrong, linesOf } from "./points.ts";

/**
 * Asks, and changes nothing. @returns exit code 1 where a point is wrong
 * @throws Fault E-USAGE, E-FILE-*, E-HSM-*
 */
export async function check(given: Given, voice: Voice): Promise<Outcome> {
  const { hsm, host, mode } = await connect(given, voice);
  const files = filePoints(given, mode);
  const { addressesOf } = await import("../../hsm/azure/addresses.ts");
  const facts = await hsm.facts();
  const points = [...preflight(facts, {
    signedInAs: await hsm.signedInAs(), addresses: await addressesOf(host),
  }), ...files];
  const administrators = facts.administrators.map(shown);
  return {
    text: [
      `Before ${shown(hsm.name)} is activated:`,
      ...linesOf(points),
      `First administrators: ${administrators.join(", ") || "none"}`,
    ].join("\n"),
    data: {
      hsm: shown(hsm.name), points: dataOf(points), administrators,
      regions: facts.regions.map(shown),
    },
    ...(isWrong(points) ? { code: 1, refusal: fault("E-HSM-CHECK") } : {}),
  };
}
