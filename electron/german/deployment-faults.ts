// The German of what a deployment and its record refuse, and of what a step still lacks.
import type { Sentences } from "./sentences.ts";

export const DEPLOYMENT_FAULTS: Sentences = {
  "Two people must acknowledge it.": "Zwei Personen müssen es zur Kenntnis nehmen.",
  "Somebody must say that the commands ran.": "Jemand muss sagen, dass die Befehle gelaufen sind.",
  "The ceremony\u2019s record must be linked.": "Das Protokoll der Zeremonie muss verknüpft sein.",
  "The wait must be over.": "Die Wartezeit muss vorbei sein.",
  "The check {check} must be proven.": "Die Prüfung {check} muss nachgewiesen sein.",
};
