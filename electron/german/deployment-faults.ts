// The German of what a deployment and its record refuse, and of what a step still lacks.
import type { Sentences } from "./sentences.ts";

export const DEPLOYMENT_FAULTS: Sentences = {
  "Two people must acknowledge it.": "Zwei Personen müssen es zur Kenntnis nehmen.",
  "Somebody must say that the commands ran.": "Jemand muss sagen, dass die Befehle gelaufen sind.",
  "The ceremony\u2019s record must be linked.": "Das Protokoll der Zeremonie muss verknüpft sein.",
  "The wait must be over.": "Die Wartezeit muss vorbei sein.",
  "The check {check} must be proven.": "Die Prüfung {check} muss nachgewiesen sein.",

  "Entry {n} is not an entry of a deployment's record.":
    "Eintrag {n} ist kein Eintrag des Protokolls einer Bereitstellung.",
  "Keep the file as it is. Check that it is the record of a deployment, and not of a ceremony.":
    "Lassen Sie die Datei, wie sie ist. Prüfen Sie, dass es das Protokoll einer Bereitstellung ist, und nicht das einer Zeremonie.",
  "The record of this deployment is closed; nothing is added to it.":
    "Das Protokoll dieser Bereitstellung ist geschlossen; nichts wird hinzugefügt.",
  "Check a plan, and adopt it: a new deployment begins with a record of its own.":
    "Prüfen Sie einen Plan, und übernehmen Sie ihn: Eine neue Bereitstellung beginnt mit einem eigenen Protokoll.",
  "No plan was read, so none can be adopted.":
    "Es wurde kein Plan gelesen, also lässt sich keiner übernehmen.",
  "Choose a plan file, read what is found in it, and adopt it then.":
    "Wählen Sie eine Plandatei, lesen Sie, was in ihr gefunden wird, und übernehmen Sie sie dann.",
  "No deployment has begun here.": "Hier hat keine Bereitstellung begonnen.",
  "Check a plan, and adopt it first.": "Prüfen Sie zuerst einen Plan, und übernehmen Sie ihn.",
  "A name is missing, is longer than 80 characters, or has a character that cannot be printed.":
    "Ein Name fehlt, ist länger als 80 Zeichen oder enthält ein Zeichen, das sich nicht drucken lässt.",
  "Enter the full name of the person on one line.":
    "Geben Sie den vollen Namen der Person in einer Zeile ein.",
  "Two different people are needed, and both names are the same.":
    "Es braucht zwei verschiedene Personen, und beide Namen sind gleich.",
  "Let a second person read the screen and enter their own name.":
    "Lassen Sie eine zweite Person den Bildschirm lesen und ihren eigenen Namen eingeben.",
  "The reason is missing.": "Der Grund fehlt.",
  "Say in one sentence why it starts all the same.":
    "Sagen Sie in einem Satz, warum trotzdem begonnen wird.",
  "Look at the runbook again, then press again.":
    "Sehen Sie die Arbeitsanweisung noch einmal an, und drücken Sie dann wieder.",
  "This runbook is blocked: {what}.": "Diese Arbeitsanweisung ist aufgehalten: {what}.",
  "Answer it in the plan and adopt the plan again, or let two people decide to start.":
    "Beantworten Sie es im Plan, und übernehmen Sie den Plan neu, oder lassen Sie zwei Personen beschließen zu beginnen.",
  "This step is not the current step of its runbook.":
    "Dieser Schritt ist nicht der aktuelle Schritt seiner Arbeitsanweisung.",
  "Finish the steps before it first.": "Schließen Sie zuerst die Schritte davor ab.",
  "Two people must acknowledge this step before its commands are run.":
    "Zwei Personen müssen diesen Schritt zur Kenntnis nehmen, bevor seine Befehle laufen.",
  "Let both read what it changes, and enter both names.":
    "Lassen Sie beide lesen, was er ändert, und geben Sie beide Namen ein.",
  "The wait of this step is not over. Minutes left: {minutes}.":
    "Die Wartezeit dieses Schritts ist nicht vorbei. Verbleibende Minuten: {minutes}.",
  "Wait, then press again. It continues after a restart.":
    "Warten Sie, und drücken Sie dann wieder. Sie läuft nach einem Neustart weiter.",
  "This step is not done: {what}": "Dieser Schritt ist nicht erledigt: {what}",
  "Do what is missing, then finish the step.":
    "Tun Sie, was fehlt, und schließen Sie dann den Schritt ab.",
  "This record is not the closed record of the ceremony that this step is: {what}.":
    "Dieses Protokoll ist nicht das geschlossene Protokoll der Zeremonie, die dieser Schritt ist: {what}.",
  "Choose record.jsonl of the ceremony that was held for this HSM.":
    "Wählen Sie record.jsonl der Zeremonie, die für dieses HSM abgehalten wurde.",
  "No answer was given.": "Es wurde keine Antwort gegeben.",
  "Run the commands of the proof, and paste what they print or choose their files.":
    "Führen Sie die Befehle des Nachweises aus, und fügen Sie ein, was sie ausgeben, oder wählen Sie ihre Dateien.",
  "A file of this deployment is missing, or is not the one that its record names: {name}.":
    "Eine Datei dieser Bereitstellung fehlt oder ist nicht die, die ihr Protokoll nennt: {name}.",
  "Put back the file from a copy of the evidence. Its name or SHA-256 is in the record.":
    "Legen Sie die Datei aus einer Kopie der Nachweise zurück. Ihr Name oder SHA-256 steht im Protokoll.",

  "The plan is larger than 256 KiB.": "Der Plan ist größer als 256 KiB.",
  "Give the plan file itself.": "Geben Sie die Plandatei selbst.",
  "The plan is not strict YAML, near line {line}.":
    "Der Plan ist kein strenges YAML, bei Zeile {line}.",
  "Correct the file; electron/deployment/FORMAT.md describes each member.":
    "Berichtigen Sie die Datei; electron/deployment/FORMAT.md beschreibt jeden Wert.",
  "In the plan, {path} has an unknown member, at line {line}.":
    "Im Plan hat {path} einen unbekannten Wert, in Zeile {line}.",
  "In the plan, {path} is missing, near line {line}.": "Im Plan fehlt {path}, bei Zeile {line}.",
  "In the plan, {path} must be {wanted}, at line {line}.":
    "Im Plan muss {path} so sein: {wanted} (Zeile {line}).",
  "The plan contains a secret, near line {line}: {what}.":
    "Der Plan enthält ein Geheimnis, bei Zeile {line}: {what}.",
  "Remove it, and replace the secret wherever it is in use: a plan is read by many.":
    "Entfernen Sie es, und ersetzen Sie das Geheimnis überall, wo es gilt: Einen Plan lesen viele.",
  "Answer {n} is larger than 16 MiB.": "Antwort {n} ist größer als 16 MiB.",
  "Check that you gave the right file.": "Prüfen Sie, dass Sie die richtige Datei gegeben haben.",
  "There are more than 200000 answers in the files given.":
    "In den gegebenen Dateien sind mehr als 200000 Antworten.",
  "Give only what the commands of this proof printed.":
    "Geben Sie nur, was die Befehle dieses Nachweises ausgegeben haben.",
  "Answer {n} is empty.": "Antwort {n} ist leer.",
  "Run the command of the proof again and save what it prints, unchanged, as UTF-8.":
    "Führen Sie den Befehl des Nachweises noch einmal aus, und speichern Sie unverändert als UTF-8, was er ausgibt.",
  "Answer {n} is not UTF-8 without a byte order mark.":
    "Antwort {n} ist nicht UTF-8 ohne Byte Order Mark.",
  "Windows PowerShell writes such files with >. Use: | Set-Content -Encoding ascii FILE.":
    "Windows PowerShell schreibt solche Dateien mit >. Nehmen Sie: | Set-Content -Encoding ascii FILE.",
  "Answer {n} is not valid JSON: see character {at}.":
    "Antwort {n} ist kein gültiges JSON: siehe Zeichen {at}.",
  "Answer {n} has the same member twice, so nobody can say which one counts: see character {at}.":
    "Antwort {n} hat denselben Wert zweimal, und niemand kann sagen, welcher gilt: siehe Zeichen {at}.",
  "Answer {n} is nested more deeply than anything Azure answers.":
    "Antwort {n} ist tiefer verschachtelt als alles, was Azure antwortet.",
  "Answer {n} is neither an object nor a list of objects.":
    "Antwort {n} ist weder ein Objekt noch eine Liste von Objekten.",
  "Give what the command printed with -o json, whole.":
    "Geben Sie ganz, was der Befehl mit -o json ausgegeben hat.",
  "Answer {n} is only one page of a list: without the other pages nothing can be judged.":
    "Antwort {n} ist nur eine Seite einer Liste: Ohne die anderen Seiten lässt sich nichts beurteilen.",
  "Use the command of the proof, which fetches all pages, or join the pages into one list.":
    "Nehmen Sie den Befehl des Nachweises, der alle Seiten holt, oder fügen Sie die Seiten zu einer Liste zusammen.",
  "Answer {n} contains a secret, at {path}; it was not kept and is not shown.":
    "Antwort {n} enthält ein Geheimnis, bei {path}; es wurde nicht aufbewahrt und wird nicht gezeigt.",
  "Treat the secret as disclosed and replace it. Then save the answer without it.":
    "Behandeln Sie das Geheimnis als offengelegt, und ersetzen Sie es. Speichern Sie dann die Antwort ohne es.",
  "There is no such runbook.": "Eine solche Arbeitsanweisung gibt es nicht.",
  "The names are those that sd runbook list prints.":
    "Die Namen sind die, die sd runbook list ausgibt.",
  "There is no such check.": "Eine solche Prüfung gibt es nicht.",
  "The plan does not have what this runbook needs: {what}.":
    "Der Plan hat nicht, was diese Arbeitsanweisung braucht: {what}.",
  "Add it to the plan, or leave this runbook out.":
    "Ergänzen Sie es im Plan, oder lassen Sie diese Arbeitsanweisung aus.",
  "A name in the plan has a character that {shell} cannot hand to az unchanged.":
    "Ein Name im Plan hat ein Zeichen, das {shell} nicht unverändert an az übergeben kann.",
  "Use --shell bash on the jump box, or change the name.":
    "Nehmen Sie --shell bash auf dem Sprungrechner, oder ändern Sie den Namen.",
  "The plan does not have what this check compares with: {what}.":
    "Der Plan hat nicht, womit diese Prüfung vergleicht: {what}.",
  "Add it to the plan, or leave this check out.":
    "Ergänzen Sie es im Plan, oder lassen Sie diese Prüfung aus.",
};
