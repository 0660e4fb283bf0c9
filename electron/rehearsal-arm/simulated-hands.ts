// The hands of simulated people without az: the same requests, of the subscription itself.
import { readFileSync } from "node:fs";
import { random } from "../../crypto/index.ts";
import { filesOf, type Plan } from "../deployment/deployment.ts";
import { runAsAz } from "./as-az.ts";
import type { Hands } from "./hands.ts";
import type { RunningArm } from "./rehearsal-arm.ts";

/** PEM of the authority that a subscription's clients trust. */
export const authorityOf = ({ caFile }: RunningArm): string => readFileSync(caFile, "utf8");

/** Hands in this subscription, at this time. */
export function simulatedHands(
  plan: Plan,
  arm: RunningArm,
  { pass, now }: Pick<Hands, "pass" | "now">,
): Hands {
  const files = new Map(filesOf(plan).map(({ name, text }) => [name, text]));
  const { host, port } = arm;
  const ca = authorityOf(arm);
  return {
    run: (person, words) => {
      const access = { host, port, ca, token: arm.people.get(person)?.token ?? "" };
      return runAsAz({ plan, access, files, random }, words);
    },
    ceremony: (kind) => {
      arm.held(kind);
      return Promise.resolve();
    },
    hasCommand: ([first]) => first !== "monitor",
    pass,
    now,
  };
}
