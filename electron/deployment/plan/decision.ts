// Two people's decision to do what the check would stop: in the plan, by name.
import * as z from "zod/mini";
import { day, listOf, mapping, prose, said, title } from "./values.ts";

/** The form of a decision. */
export const decision = mapping({
  by: said("Their names.", listOf(title(), 10).check(z.minLength(2, "two people or more"))),
  date: said("The day of the decision.", day()),
  reason: said("Why.", prose(400)),
});

type Decision = z.infer<typeof decision>;

/** Who decided: two different people or more; else nobody. */
export function decidersOf(made: Decision | undefined): readonly string[] {
  const by = made?.by ?? [];
  return new Set(by.map(plain)).size < 2 ? [] : by;
}

/** A name is the same in another case, and with other spaces. */
const plain = (name: string): string =>
  name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();
