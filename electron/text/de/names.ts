// In German: ../en/names.ts.
import { translation } from "../rows/translation.ts";

export const NAMES = translation<"names">()({
  rehearsal: ["c006676e", "DAS HSM HEISST ÜBUNG (REHEARSAL), und das Protokoll sagt, dass es eine echte Zeremonie war."],
  lookalike: ["80687bc0", "Der Name {name} hat Buchstaben, die wie andere aussehen können: {letters}."],
  people: ["6bd4f48d", "Diese Namen haben dieselben Wörter und können eine Person sein: {names}."],
  places: ["04c9138b", "Diese Orte haben dieselben Wörter und können einer sein: {names}."],
  otherRole: ["c83d67f8", "{name} war im Protokoll davor {before} und ist in diesem {now}."],
});
