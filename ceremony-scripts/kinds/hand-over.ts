// The record goes to the other station; this one may no longer append to it.
import { kind } from "../language/kind.ts";

export const handOver = kind({
  place: "any",
  carries: "out",
  parameters: ["to"],
  requires: ["in transfer"],
  ensures: ["goes transfer"],
});
