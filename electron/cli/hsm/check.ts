// `sd hsm check`: what must hold before the HSM is activated, each point in plain words.
import { lookup } from "node:dns/promises";
import { preflight, type Point } from "../../hsm/preflight.ts";
import type { Given } from "../arguments.ts";
import { fault } from "../faults.ts";
import type { Outcome, Voice } from "../outcome.ts";
import { shown } from "../shown.ts";
import { connect } from "./connection.ts";

const WORDS = { good: "good  ", decide: "DECIDE", wrong: "WRONG " } as const;

/**
 * Asks, and changes nothing. @returns exit code 1 where a point is wrong
 * @throws Fault E-USAGE, E-FILE-*, E-HSM-*
 */
export async function check(given: Given, voice: Voice): Promise<Outcome> {
  const { hsm, host } = await connect(given, voice);
  const facts = await hsm.facts();
  const points = preflight(facts, {
    signedInAs: await hsm.signedInAs(), addresses: await addressesOf(host),
  });
  const administrators = facts.administrators.map(shown);
  const isWrong = points.some(({ verdict }) => verdict === "wrong");
  return {
    text: [
      `Before ${shown(hsm.name)} is activated:`,
      ...points.flatMap(linesOf),
      `First administrators: ${administrators.join(", ") || "none"}`,
    ].join("\n"),
    data: {
      hsm: shown(hsm.name), points: points.map((point) => ({ ...point })), administrators,
      regions: facts.regions.map(shown),
    },
    ...(isWrong ? { code: 1, refusal: fault("E-HSM-CHECK") } : {}),
  };
}

const linesOf = ({ verdict, sentence, next }: Point): readonly string[] =>
  [`  ${WORDS[verdict]}  ${sentence}`, ...next === "" ? [] : [`          ${next}`]];

/** Where the name leads here; nowhere where no name server answers. */
async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
