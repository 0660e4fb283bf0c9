// `sd hsm status`: is the HSM active, and what is the state of a download and an upload?
import { isFault } from "../../../crypto/index.ts";
import type { Progress } from "../../hsm/hsm.ts";
import type { Given } from "../shared/arguments.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { saidLines } from "../shared/said.ts";
import { shown } from "../shared/shown.ts";
import { connect } from "./connection.ts";

const MEANS = {
  Active: "It has a security domain and can be used.",
  NotActivated: "It waits: download a security domain, or upload one in a recovery.",
  Failed: "Azure says that its activation failed: ask Microsoft before anything else.",
  Unknown: "Azure does not say. Unknown is not success: ask again.",
} as const;

/** Asks, and changes nothing. @throws Fault E-USAGE, E-FILE-*, E-HSM-* */
export async function status(given: Given, voice: Voice): Promise<Outcome> {
  const { hsm } = await connect(given, voice);
  const activation = await hsm.activation();
  const download = await progressOr(() => hsm.downloadStatus());
  const upload = await progressOr(() => hsm.uploadStatus());
  return {
    text: [
      `${shown(hsm.name)}: ${activation}. ${MEANS[activation]}`,
      line("Download", download),
      line("Upload", upload),
    ].join("\n"),
    data: { hsm: shown(hsm.name), activation, download, upload },
  };
}

/** Null if the HSM knows no such operation. */
async function progressOr(ask: () => Promise<Progress>) {
  try {
    const { state, details } = await ask();
    return { state, details: shown(details) };
  } catch (error) {
    if (isFault(error) && error.code === "E-HSM-NONE") return null;
    throw error;
  }
}

const line = (name: string, progress: Progress | null): string =>
  progress === null
    ? `${name}: the HSM reports none.`
    : [`${name}: ${progress.state}.`, ...saidLines({ by: "server", words: progress.details })].join(
        "\n",
      );
