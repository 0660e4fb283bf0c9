// What is said of evidence that was taken away: the folder's name, and what to open in it first.
import { answer } from "../stores/action.ts";
import { say } from "../text/say.ts";

/** Asks for the evidence. @returns what is said then, or "" if nobody chose a place */
export async function takeEvidence(of: "shown" | "newest"): Promise<string> {
  const taken = await answer("evidence", { of });
  return taken === null ? "" : say("evidence.taken", { folder: taken.folder });
}
