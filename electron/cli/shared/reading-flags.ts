// The flags of a CONNECTION by which a deployment is read.
import type { FlagTexts } from "./command.ts";

/** For reading Azure itself, as `sd hsm` asks an HSM; also a rehearsal's subscription. */
export const READING: FlagTexts = {
  "[--site FILE]": "CONNECTION: read Azure, signed in as the site file says, or by its flags:",
  "[--hsm-url URL]": "as for sd hsm; for a rehearsal's subscription https://127.0.0.1:PORT.",
  "[--resource-id ID]": "As for sd hsm.",
  "[--tenant ID]": "As for sd hsm.",
  "[--cloud public|usgov|china]": "As for sd hsm.",
  "[--sign-in browser|device-code|azure-cli|managed-identity|client-certificate]": "As for sd hsm.",
  "[--client-id ID]": "As for sd hsm.",
  "[--client-certificate PEM]": "As for sd hsm.",
  "[--ca-file PEM]": "For a rehearsal's subscription: the one authority to trust (PEM).",
  "[--token-file FILE]": "For a rehearsal's subscription: the reader's token.",
};
