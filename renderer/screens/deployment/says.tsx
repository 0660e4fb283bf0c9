// What a plan, a runbook or a check says.
import type { Value } from "../../../electron/text/text.ts";
import { langOf } from "../../text/deployment.ts";
import { said } from "../../text/say.ts";

/** A sentence in the window's language; a text is a name or a person's own, and marked as English. */
export const Says = ({ value }: { readonly value: Value }) => (
  <span lang={langOf(value)}>{said(value)}</span>
);
