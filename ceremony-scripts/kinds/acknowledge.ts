// Everyone present says that they have understood what was read aloud; nothing else is done.
import { kind } from "../language/kind.ts";

export const acknowledge = kind({ place: "any" });
