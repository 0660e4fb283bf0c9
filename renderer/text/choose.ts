// A choice in the script.
import { capital, type Value } from "../../electron/text/text.ts";
import { said } from "./say.ts";

/** A choice on its own; the script has it after "if". */
export const choiceLabel = (when: Value): string => said(capital(when));
