// The sentences of what the connected station finds.
import { named, theirs, type Line } from "../../ceremony-scripts/index.ts";
import type { PointFound } from "../ceremony/ceremony.ts";
import { listed, roleOf, whole } from "./phrases.ts";
import type { Sentences } from "./sentences.ts";

const WAYS: Readonly<Record<string, string>> = {
  "browser": "in a browser", "device-code": "with a code typed elsewhere",
  "azure-cli": "by the Azure CLI", "managed-identity": "as this machine's own identity",
  "client-certificate": "with a certificate",
};

type Station = "signed-in" | "preflight-judged" | "point-accepted" | "aftercheck-judged";

const orNone = (text: string): Line => text === "" ? ["which the token does not tell"]
  : [theirs(text)];

/** What holds in one sentence each, the rest by what it is. */
const found = (points: readonly PointFound[]): Line => points.flatMap(
  ({ verdict, sentence }): Line => [" ", VERDICTS[verdict], theirs(sentence)]);

const VERDICTS = { good: "", decide: "To be decided: ", wrong: "WRONG: " } as const;

export const STATION_SENTENCES: Sentences<Station> = {
  "signed-in": ({ way, tenant, id, name }) =>
    ["Signed in to the HSM ", WAYS[way] ?? way, ": ", ...orNone(name), ", object id ",
      ...(id === "" ? orNone(id) : [named(id)]), ", tenant ", named(tenant), "."],
  "preflight-judged": ({ points }) => ["Before the activation.", ...found(points)],
  "point-accepted": ({ sentence, reason, decidedBy }) =>
    [`${listed(decidedBy.map(roleOf))} know and go on: `, theirs(sentence), " ",
      theirs(whole(reason))],
  "aftercheck-judged": ({ points }) => ["After the activation.", ...found(points)],
};
