// In German: what ./choose.ts says.

export { choiceLabel } from "./choose.ts";

/** What stands round the choices. */
export const CHOOSE = {
  label: "Was davon trifft zu?",
  none: "Wählen Sie zuerst eines davon",
} as const;
