// Above words of somebody else: whose they are.
import type { SaidView } from "../../electron/bridge/view.ts";

export const SAID_BY: Readonly<Record<SaidView["by"], string>> = {
  server: "What the server answered, word for word:",
  certificate: "Who issued the certificate that the server showed, word for word:",
};
