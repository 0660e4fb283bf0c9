// The sentences of what the connected station finds.
import { named, theirs, type Line } from "../../ceremony-scripts/index.ts";
import type { Sentences } from "./sentences.ts";

const WAYS: Readonly<Record<string, string>> = {
  "browser": "in a browser", "device-code": "with a code typed elsewhere",
  "azure-cli": "by the Azure CLI", "managed-identity": "as this machine's own identity",
  "client-certificate": "with a certificate",
};

const orNone = (text: string): Line => text === "" ? ["which the token does not tell"]
  : [theirs(text)];

export const STATION_SENTENCES: Sentences<"signed-in"> = {
  "signed-in": ({ way, tenant, id, name }) =>
    ["Signed in to the HSM ", WAYS[way] ?? way, ": ", ...orNone(name), ", object id ",
      ...(id === "" ? orNone(id) : [named(id)]), ", tenant ", named(tenant), "."],
};
