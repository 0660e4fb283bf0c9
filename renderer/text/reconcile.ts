// The result of the comparison with Azure's log: an alarm in plain words, and what to do.
import { known, list, sentence, type Sentence, type Value } from "../../electron/text/text.ts";
import type {
  ChosenLogView,
  OperationView,
  ReconciledCeremony,
  ReconcileView,
  UndecidedRecord,
} from "../../electron/bridge/reconcile-view.ts";
import { said, say } from "./say.ts";

/** The alarm in one sentence. */
export function alarmOf(operations: readonly OperationView[]): string {
  const alarms = operations.filter(({ verdict }) => verdict === "alarm");
  const [first] = alarms;
  if (alarms.length === 1 && first !== undefined)
    return say("reconcile.alarm.one", { done: sentence(`reconcile.done.${first.operation}`) });
  return say("reconcile.alarm.many", { count: alarms.length });
}

/** What to do about the alarms, one sentence each. */
export function deedsOf(operations: readonly OperationView[]): readonly string[] {
  const alarms = operations.filter(({ verdict }) => verdict === "alarm");
  const has = (...kinds: readonly string[]) =>
    alarms.some(({ operation }) => kinds.includes(operation));
  return [
    ...(alarms.some(({ why }) => why === "undecided") ? [say("reconcile.deeds.undecided")] : []),
    say("reconcile.deeds.who"),
    ...(has("download", "unknown") ? [say("reconcile.deeds.download")] : []),
    ...(has("upload", "transfer-key") ? [say("reconcile.deeds.upload")] : []),
    say("reconcile.deeds.role"),
    say("reconcile.deeds.keep"),
  ];
}

/** One operation as a sentence. */
export function operationLine(one: OperationView): string {
  const { operation, hsm, at, caller, address } = one;
  const what = sentence("reconcile.what", {
    done: sentence(`reconcile.done.${operation}`),
    hsm,
    when: at === "" ? sentence("reconcile.notSaid") : sentence("reconcile.when", { at }),
  });
  const ceremony = ceremonyIn(one);
  if (one.verdict === "unlogged") return say("reconcile.unlogged", { what, ceremony });
  return say("reconcile.operation", {
    what,
    caller: caller === "" ? sentence("reconcile.nobody") : caller,
    address: address === "" ? sentence("reconcile.nowhere") : address,
    ceremony,
  });
}

function ceremonyIn({ ceremony, verdict, why, notCompared, elsewhere }: OperationView): Value {
  if (ceremony === null)
    return sentence(verdict === "tried" ? "reconcile.azureRefused" : "reconcile.noRecord");
  const place = sentence("reconcile.place", {
    ceremony: ceremonyOf(ceremony),
    entry: ceremony.entry,
  });
  if (why !== "")
    return sentence("reconcile.tells", { place, why: sentence(`reconcile.why.${why}`) });
  return list(
    [
      sentence("reconcile.compared", { place }),
      ...(elsewhere ? [sentence("reconcile.elsewhere")] : []),
      ...(notCompared.length === 0
        ? []
        : [
            sentence("reconcile.notComparedLine", {
              lacking: list(notCompared.map((what) => sentence(`reconcile.notCompared.${what}`))),
            }),
          ]),
    ],
    " ",
  );
}

function ceremonyOf({ script, openedAt }: ReconciledCeremony): Sentence {
  const ceremony = known(`frame.ceremonyTitles.${script}`) ?? script;
  return sentence("reconcile.ceremonyOf", { ceremony, openedAt });
}

/** An inconclusive record, and why. */
export function undecidedLine(record: UndecidedRecord): string {
  const around = { ceremony: ceremonyOf(record), lack: sentence(`reconcile.lacks.${record.lack}`) };
  return record.code === ""
    ? say("reconcile.undecidedLine", around)
    : say("reconcile.undecidedCode", { ...around, code: record.code });
}

/** One chosen file. */
export function chosenLine({ kind, name, more }: ChosenLogView): string {
  if (kind === "folder") return say("reconcile.folderLine", { name });
  return more === 0 ? name : say("reconcile.moreLine", { name, more });
}

/** How much was read, and compared with what. */
export const readLine = ({ files, passedOver, events, records }: ReconcileView): string =>
  said(
    list(
      [
        sentence("reconcile.readLine", { files, events, records }),
        ...(passedOver === 0 ? [] : [sentence("reconcile.passedOver", { passedOver })]),
      ],
      " ",
    ),
  );

/** The result in one sentence if there is no alarm. */
export function findingOf({ operations, rehearsal }: ReconcileView): string {
  if (operations.some(({ verdict }) => verdict === "tried")) return say("reconcile.tried");
  if (!operations.some(({ verdict }) => verdict === "explained")) return say("reconcile.found0");
  return say(rehearsal ? "reconcile.practised" : "reconcile.fine");
}
