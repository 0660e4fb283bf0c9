// A plan's assumptions and open questions: who answers them, and what waits for the answer.
import * as z from "zod/mini";
import { decision } from "./decision.ts";
import { RUNBOOKS } from "./runbook-names.ts";
import { day, flag, listOf, mapping, oneOf, prose, said, title } from "./values.ts";

const parts = {
  text: said("What is assumed, or asked.", prose(400)),
  status: said("How the plan marks it.", title()),
  impact: said("What depends on it.", prose(400)),
  owner: said("Who finds the answer.", title()),
  blocks: said("The runbooks that wait for the answer.", listOf(oneOf(RUNBOOKS))),
  answer: said("The answer; left out while it is open.", z.optional(prose())),
  date: said("The day of the answer.", z.optional(day())),
  decision: said(
    "Two people's decision to start what it blocks without an answer.",
    z.optional(decision),
  ),
};

const id = (letter: "A" | "Q") =>
  z.string().check(z.regex(new RegExp(`^${letter}[1-9]\\d{0,2}$`), `an id such as ${letter}1`));

/** What the plan assumes. It stays open until it is confirmed. */
export const assumption = mapping({
  id: said("Its id: A and a number.", id("A")),
  ...parts,
  holds: said("Whether the answer confirms it.", z.optional(flag())),
});

/** What the plan asks. */
export const question = mapping({ id: said("Its id: Q and a number.", id("Q")), ...parts });
