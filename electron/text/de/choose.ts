// In German: ../en/choose.ts.
import type { CHOOSE as ENGLISH } from "../en/choose.ts";
import { translation } from "../translation.ts";

export const CHOOSE = translation<typeof ENGLISH>()({
  label: ["5794c14c", "Was davon trifft zu?"],
  none: ["42209dcd", "Wählen Sie zuerst eines davon"],
});
