// A choice in the script.
import { capital, type Value } from "../../electron/text/text.ts";
import { said } from "./say.ts";

/** A choice as it stands alone; in the script it is read behind "if". */
export const choiceLabel = (when: Value): string => said(capital(when));
