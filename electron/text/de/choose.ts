// In German: ../en/choose.ts.
import { translation } from "../rows/translation.ts";

export const CHOOSE = translation<"choose">()({
  label: ["5794c14c", "Was davon trifft zu?"],
  none: ["42209dcd", "Wählen Sie zuerst eines davon"],
});
