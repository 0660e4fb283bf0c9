// What is reached from Home: custody on another day, the audit, Azure's log, drives, what this
// computer is for; and ceremonies that begin there with a trainer or with a site's HSM.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import type { DriveView } from "../../electron/bridge/view.ts";
import { custodyAnswers, type Standing } from "../../electron/ceremony/ceremony.ts";
import {
  handedOff,
  moved,
  standingOfMany,
  troubled,
} from "../../electron/ceremony/standing.fixture.ts";
import type { Recorder } from "./recorder.fixture.ts";
import type { Replies } from "./recording.fixture.ts";
import { fault as deskFault } from "../../electron/desk/faults.ts";
import { asData } from "../../electron/pipe/pipe.ts";

export async function home(recorder: Recorder): Promise<void> {
  const { given } = recorder;
  recorder.keep("home/whole", await recorder.look());
  await audits(recorder);
  given.days = 91 + 12;
  const overdue = await recorder.look();
  recorder.keep("home/overdue", overdue);
  for (const [name, log] of Object.entries(LOGS)) {
    given.logs = [recorder.chosen(`${name}.json`, utf8(log))];
    await recorder.ask("logs", { change: "none", number: 0 });
    recorder.keep(`reconcile/${name}`, overdue, {
      logs: await recorder.ask("logs", { change: "files", number: 0 }),
      reconcile: await recorder.ask("reconcile", NOTHING),
    });
  }
  const row = { kind: "file", name: "h=00/PT1H.json", more: 0 } as const;
  const folder = { kind: "folder", name: "insights-logs-auditevent/y=2031", more: 0 } as const;
  recorder.keep("reconcile/chosen", overdue, {
    logs: { ok: [row, { ...row, name: "export/2031-03-01.json", more: 30 }, folder] },
  });
  const checking = { what: "reconcile", since: new Date().toISOString() } as const;
  recorder.keep("reconcile/checking", {
    ...overdue,
    checking: { ...checking, done: 9_400_000, of: 24_000_000 },
  });
  recorder.keep("audit/checking", {
    ...overdue,
    checking: { ...checking, what: "audit", done: 0, of: 0 },
  });
  given.days = 0;
  await wouldFail(recorder);
  await drives(recorder);
  await damaged(recorder);
  recorder.keep("home/offline", await recorder.desk.chooseStationRole({ role: "offline" }));
  recorder.keep("home/connected", await recorder.desk.chooseStationRole({ role: "connected" }));
}

/** One bit of the newest record is not as it was written. */
async function damaged(recorder: Recorder): Promise<void> {
  const folder = join(recorder.media, ".ceremonies", "1-activation", "offline");
  const file = join(folder, "record.jsonl");
  const record = readFileSync(file);
  writeFileSync(
    file,
    Uint8Array.from(record, (byte, at) => (at === 300 ? byte ^ 1 : byte)),
  );
  recorder.keep("home/damaged", await recorder.look());
  writeFileSync(file, record);
}

/** The record here; the same without its head; with its end cut off; with a byte altered. */
async function audits(recorder: Recorder): Promise<void> {
  const { given } = recorder;
  const folder = join(recorder.media, "records", "1-activation");
  const record = readFileSync(join(folder, "record.jsonl"));
  const timeline = await recorder.ask("timeline", {});
  const head = "ok" in timeline ? (timeline.ok.at(-1)?.head ?? "") : "";
  const view = await recorder.look();
  const keep = async (name: string, replies: Replies) => {
    const pages = await recorder.ask("pages", {});
    const papers = await recorder.ask("papers", {});
    recorder.keep(`audit/${name}`, view, { timeline, pages, papers, ...replies });
  };
  const audit = await recorder.ask("audit", { of: head });
  const words =
    "ok" in audit && audit.ok !== null && "words" in audit.ok ? audit.ok.words.join(" ") : "";
  await keep("whole", {
    audit,
    compare: await recorder.ask("compare", { head: words, cards: [] }),
  });
  const other = await recorder.ask("compare", { head: words.replace(/^\w+/, "zulu"), cards: [] });
  await keep("other-head", { audit, compare: other });
  const lines = record.toString("utf8").trimEnd().split("\n");
  const cut = lines.slice(0, -4).join("\n");
  const altered = record.toString("utf8").replace("Ines", "Inez");
  for (const [name, path] of [
    ["cut", recorder.chosen("record.jsonl", utf8(`${cut}\n`))],
    ["altered", recorder.chosen("record.jsonl", utf8(altered))],
    ["evidence", join(folder, "record.jsonl")],
  ] as const) {
    given.record = path;
    await keep(name, { audit: await recorder.ask("audit", { of: "" }) });
  }
}

/** An event as Microsoft's documentation shows one (managed-hsm/logging.md), of nobody we know. */
const STRANGE = {
  time: "2031-03-12T02:14:00.000Z",
  category: "AuditEvent",
  operationName: "SecurityDomainBackup",
  resourceId: "/SUBSCRIPTIONS/X/PROVIDERS/MICROSOFT.KEYVAULT/MANAGEDHSMS/CONTOSO-REHEARSAL-HSM",
  resultType: "Success",
  httpStatusCode: 202,
  callerIpAddress: "203.0.113.7",
  identity: { claim: { objectidentifier: "d9da5048-2737-4770-bd64-0123456789ab" } },
  requestUri: "https://contoso-rehearsal-hsm.managedhsm.azure.net/securitydomain/download",
};
const NOTHING = { heads: [], cards: [] };
const LOGS = {
  alarm: JSON.stringify({ records: [STRANGE] }),
  quiet: JSON.stringify({ records: [{ ...STRANGE, operationName: "KeySign" }] }),
  refused: "not a log",
};

/** Two officers' keys cannot be counted on, and the media of two are in one place. */
async function wouldFail(recorder: Recorder): Promise<void> {
  const view = await recorder.look();
  const known = view.home.custody;
  if (known === null) throw new Error("no custody is known");
  const standing = {
    ...moved("officer-1 backup medium", { custodian: "Jonas Lind", place: "Hyderabad, bank" }),
    officers: troubled({ 1: "lost", 3: "left" }).officers,
    handOffs: [handedOff("transfer medium", { from: "Leela Nair", to: "Ravi Menon" })],
  };
  const gap = {
    object: "transfer medium",
    kind: "hand-off",
    expected: "Asha Rao",
    seen: "Leela Nair",
  } as const;
  const answers = custodyAnswers(standing, [gap], new Date().toISOString());
  const custody = { ...known, ...standing, lastBackup: null, ...answers };
  recorder.keep("home/would-fail", { ...view, home: { ...view.home, custody } });
  const closedShort = { signed: 1, of: 3, due: 2 };
  const short = { ...view.home, custody: { ...known, closedShort } };
  recorder.keep("home/closed-short", { ...view, home: short });
  for (const [name, many] of Object.entries(MANY)) {
    const answered = custodyAnswers(many, [], new Date().toISOString());
    const of = { ...known, ...many, ...answered, attestedAt: null, lastBackup: null };
    recorder.keep(`home/${name}`, { ...view, home: { ...view.home, custody: of } });
  }
}

/** Quorums of more officers than the app's own ceremonies have yet. */
const MANY: Readonly<Record<string, Standing>> = {
  "three-of-five": { ...standingOfMany(5, 3), provenAt: new Date().toISOString() },
  "five-of-ten": { ...standingOfMany(10, 5, 8), provenAt: new Date().toISOString() },
};

const stick = (volume: string, change: Partial<DriveView>): DriveView => ({
  volume,
  name: "STICK",
  fileSystem: "vfat",
  bytes: 8e9,
  freeBytes: 7.9e9,
  isOpen: true,
  isReadOnly: false,
  medium: null,
  state: "blank",
  ...change,
});
const medium = (label: string) =>
  ({ medium: { label, mode: "REHEARSAL" }, state: "ready" }) as const;
const STICKS: readonly DriveView[] = [
  stick("a", {}),
  stick("b", { name: "OFFICER-1", ...medium("officer-1") }),
  stick("c", { name: "", ...medium("transfer"), state: "twice" }),
  stick("d", { name: "CAMERA-OF-SOMEONE", ...medium("transfer"), state: "twice" }),
  stick("e", { name: "OLD", state: "damaged" }),
  stick("f", { fileSystem: "crypto_LUKS", isOpen: false, freeBytes: null, state: "closed" }),
  stick("g", { isReadOnly: true, ...medium("domain-copy"), state: "read-only" }),
];
const NOT_EMPTY = asData(deskFault("E-DRIVE-NOT-EMPTY"));

/** No folder passes for a removable drive: what is on the sticks is written as main would send it. */
async function drives(recorder: Recorder): Promise<void> {
  const { desk } = recorder;
  await desk.watch({ on: true });
  const view = await recorder.until((now) => now.drives?.state === "known");
  await desk.watch({ on: false });
  const { drives: known } = view;
  if (known === null) throw new Error("no drives are watched");
  for (const [name, there] of [
    ["none", []],
    ["one", STICKS.slice(0, 1)],
    ["twice", STICKS.slice(2, 4)],
    ["many", STICKS],
  ] as const) {
    const free = known.labels.filter((label) => there.every((one) => one.medium?.label !== label));
    const shown = { ...view, drives: { ...known, drives: there, free } };
    recorder.keep(`drives/${name}`, shown, { prepare: { fault: NOT_EMPTY } });
  }
  recorder.keep("drives/unknown", { ...view, drives: { ...known, state: "unknown" } });
}

/** A part of an attestation with two things that go wrong on purpose. */
export async function trainer(recorder: Recorder): Promise<void> {
  const { desk, people } = recorder;
  recorder.keepsAll = false;
  const ways = { officer: 1, choices: ["where-copy", "how-far-1", "open-bag-1"] };
  const trials = ["torn-bag", "swapped-certificate"];
  await desk.begin({ ceremony: "attestation-part", on: "folders", trials });
  await recorder.goTo("check-seals-1", ways);
  const sheet = await recorder.ask("trainer", { done: "torn-bag" });
  recorder.keep("trainer/sheet", await recorder.look(), { trainer: sheet });
  await people.tear({ object: "officer-1 medium" });
  await recorder.goTo("check-key-1", ways);
  recorder.keepNow(await recorder.perform("check-key-1", {}));
  await desk.understood({});
  const ended = await recorder.go(ways, () => false);
  recorder.keep("trainer/end", ended, { papers: await recorder.ask("papers", {}) });
  await desk.leave({});
}

const SITE = {
  hsm: "https://contoso.managedhsm.azure.net",
  resource:
    "/subscriptions/7d1c1f6e-2f0b-4a4e-9c55-0d0f6b1f2a33/resourceGroups/g"
    + "/providers/Microsoft.KeyVault/managedHSMs/contoso",
  tenant: "7d1c1f6e-2f0b-4a4e-9c55-0d0f6b1f2a33",
  signIn: "device-code",
  cloud: "public",
};

/** With a site's HSM people name the backup themselves, and choose how its storage is reached. */
export async function site(recorder: Recorder): Promise<void> {
  const { given, desk } = recorder;
  recorder.keepsAll = false;
  given.site = { bytes: utf8(JSON.stringify(SITE)), folder: recorder.rehearsals };
  recorder.keep("home/site", await desk.site({ on: true }));
  await desk.begin({ ceremony: "recovery", on: "folders" });
  await recorder.step(await recorder.look());
  const known = await recorder.goTo("know-backup");
  recorder.keep("site/know-backup", known);
  await desk.leave({});
}
