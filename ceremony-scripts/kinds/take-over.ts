// The record is taken from the transfer medium, complete and verified.
import { kind } from "../language/kind.ts";

export const takeOver = kind({ place: "any", carries: "in", requires: ["in transfer"] });
