// Both instances of a failover group must have the same key, shown by its thumbprint.
import type { Json } from "../../../crypto/json.ts";
import { textAt } from "../answers/shape.ts";
import { differs, type Finding } from "./finding.ts";

/** @param values the instances' answers about one key */
export function thumbprintFindings(values: readonly Json[]): readonly Finding[] {
  const said = [
    ...new Set(values.map((value) => textAt(value, "properties.thumbprint").toUpperCase())),
  ];
  return said.length <= 1
    ? []
    : [differs("properties.thumbprint", "the same on every instance", said.join(", "))];
}
