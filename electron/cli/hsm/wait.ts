// Waiting for the HSM on the command line: each answer is shown, and an interruption loses nothing.
import type { LongWork } from "../../usecases/deps.ts";
import type { Waiting } from "../../usecases/hsm-wait.ts";
import { secondsOf, type Given } from "../shared/arguments.ts";
import type { Voice } from "../shared/outcome.ts";
import { saidLines } from "../shared/said.ts";
import { english } from "../../text/english.ts";

/** The interval of Azure's own clients (docs/azure-protocol.md 3). */
const EVERY_SECONDS = 30;
const LIMIT_SECONDS = 3600;

const WORKS: Readonly<Record<LongWork, string>> = {
  activation: "activation",
  "domain-restore": "restore of the security domain",
  backup: "backup",
  "restore-wait": "the time before a restore",
  restore: "restore",
  role: "the new role",
};

/** How the use cases' `untilDone` waits here. @throws Fault E-USAGE */
export const waiting = (given: Given, { tell }: Pick<Voice, "tell">): Waiting => ({
  pollSeconds: secondsOf(given, "--every", EVERY_SECONDS, 600),
  limitSeconds: secondsOf(given, "--wait", LIMIT_SECONDS, 86_400),
  sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  notice: (notice) => {
    if (notice.kind !== "asked") return;
    const { what, state, details, note, seconds } = notice;
    tell(
      [
        `${WORKS[what]}: ${state}, after ${String(Math.round(seconds))} s. ${english(note)}`.trimEnd(),
        ...saidLines({ by: "server", words: details }),
      ].join("\n"),
    );
  },
});
