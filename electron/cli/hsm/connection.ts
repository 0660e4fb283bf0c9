// Which HSM `sd hsm` asks, whom it trusts, and as whom it signs in.
import { judgeReadable } from "../files.ts";
import type { Hsm } from "../../hsm/hsm.ts";
import type { Mode } from "../../media/media.ts";
import { need, type Given } from "../arguments.ts";


/** An HSM, and whether it is a rehearsal's: those and real ones never share certificates. */
export interface Connection {
  readonly hsm: Hsm;
  readonly mode: Mode;
}

/** The network code is loaded here and not before. @throws Fault E-USAGE, E-FILE-*, E-HSM-HOST */
export async function connect(given: Given): Promise<Connection> {
  const [url, name] = [need(given, "--hsm-url"), need(given, "--hsm-name")];
  const [caFile, tokenFile] = [need(given, "--ca-file"), need(given, "--token-file")];
  judgeReadable(caFile, "--ca-file");
  judgeReadable(tokenFile, "--token-file");
  const { rehearsalClient } = await import("../../hsm/azure/rehearsal-client.ts");
  return { hsm: rehearsalClient({ name, url, caFile, tokenFile }), mode: "REHEARSAL" };
}
