// What goes wrong around the steps: an officer who is not ready, a medium, a passphrase, a recess, a
// key on a medium between the stations, and ceremonies that people abort.
import { copyFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Recorder } from "./recorder.fixture.ts";

const TWO = ["administrator", "witness"];
const SEEN = { projector: true, camera: true };
const EXCEPTION = {
  expected: "Bag 0048 2206 is intact.",
  happened: "Bag 0048 2206 has a torn corner.",
  decided: "Continue; the bag is replaced.",
  decidedBy: TWO,
};

/** An activation in which one thing after another goes wrong, until it is aborted. */
export async function around(recorder: Recorder): Promise<void> {
  const { desk } = recorder;
  recorder.keepsAll = false;
  await desk.begin({ ceremony: "activation", on: "folders" });
  await recorder.goTo("make-key-1");
  const change = await recorder.ask("change", {
    role: "witness",
    toRole: "witness",
    to: "Asha Rao",
    reason: "Taken ill",
    decidedBy: ["administrator", "officer-1"],
  });
  recorder.keep("around/change-refused", await recorder.look(), { change });
  await notYet(recorder);
  await wrongMedia(recorder);
  await recorder.goTo("make-key-2");
  await recess(recorder);
  await wrongPassphrase(recorder);
  await abort(recorder);
}

async function notYet(recorder: Recorder): Promise<void> {
  const { desk } = recorder;
  recorder.comes = false;
  await desk.perform({ step: "make-key-1", input: {}, witnessed: SEEN });
  await recorder.until(({ activity }) => activity.kind === "calling");
  await desk.answer({ seat: 1, here: false });
  recorder.keepNow(
    await recorder.until(({ refusal, activity }) => refusal !== null && activity.kind === "idle"),
  );
  await desk.understood({});
  recorder.comes = true;
}

/** An officer's medium is not in, then another one is in its place. */
async function wrongMedia(recorder: Recorder): Promise<void> {
  const at = (name: string) => join(recorder.media, name);
  renameSync(at("officer-1"), at("pulled"));
  recorder.keep("around/medium-missing", await recorder.look());
  renameSync(at("officer-3"), at("officer-1"));
  recorder.keep("around/medium-wrong", await recorder.look());
  renameSync(at("officer-1"), at("officer-3"));
  renameSync(at("pulled"), at("officer-1"));
}

async function recess(recorder: Recorder): Promise<void> {
  const { desk } = recorder;
  const { ceremony } = await recorder.look();
  const seals = (ceremony?.openObjects ?? []).map((object, at) => ({ object, seal: `0050 ${at}` }));
  recorder.keepNow(await desk.recess({ on: true, seals }));
  const others = seals.map(({ object, seal }) => ({ object, seal: `9${seal}` }));
  const differs = await recorder.ask("recess", { on: false, seals: others });
  recorder.keep("around/recess-differs", await recorder.look(), { recess: differs });
  await desk.recess({ on: false, seals });
}

/** A key that was made is opened with another passphrase. */
async function wrongPassphrase(recorder: Recorder): Promise<void> {
  const { desk, people } = recorder;
  const made = await recorder.perform("make-key-2", {});
  await desk.except({ ...EXCEPTION, decision: "repeat" });
  recorder.keep("around/repeated", await recorder.look());
  await people.slip({ seat: 2 });
  const refused = await recorder.perform(made.ceremony?.step?.id ?? "", {});
  recorder.keepNow(refused);
  await desk.understood({});
}

/** Before the download it is signed by who has a key already. */
async function abort(recorder: Recorder): Promise<void> {
  const { desk } = recorder;
  recorder.keep("around/aborted-to-sign", await desk.except({ ...EXCEPTION, decision: "abort" }));
  await desk.end({ how: "signatures", witnessed: SEEN });
  const closed = await recorder.until(
    ({ ceremony, activity }) => ceremony?.closed === true && activity.kind === "idle",
  );
  recorder.keep("around/aborted-closed", closed, { papers: await recorder.ask("papers", {}) });
  recorder.keep("home/aborted", await desk.leave({}));
}

/** In a dry run that two of three began the third comes late, and then one of the two leaves. */
export async function comesAndGoes(recorder: Recorder): Promise<void> {
  await recorder.goTo("transfer-seal");
  recorder.keep("around/may-come", await recorder.look());
  const change = { reason: "The road was closed.", decidedBy: TWO } as const;
  const [late, early] = ["officer-3", "officer-2"] as const;
  const comes = { role: late, toRole: late, to: "Chidi Mensah", ...change } as const;
  recorder.keep("around/came-late", await recorder.desk.change(comes));
  await recorder.goTo("transfer-seal");
  recorder.keep("around/may-go", await recorder.look());
  const goes = { role: early, toRole: early, to: "", ...change } as const;
  recorder.keep("around/left", await recorder.desk.change(goes));
}

/** A key is on the transfer medium; later, after the download, people abort on paper. */
export async function incident(recorder: Recorder): Promise<void> {
  const { desk } = recorder;
  recorder.keepsAll = false;
  await desk.begin({ ceremony: "activation", on: "folders" });
  await desk.resume({});
  await keyOnTransfer(recorder);
  await recorder.goTo("at-connected");
  recorder.keep(
    "incident/exception-waits",
    await desk.except({ ...EXCEPTION, decision: "continue" }),
  );
  await recorder.goTo("read-domain-aloud");
  recorder.keep("incident/aborted", await desk.except({ ...EXCEPTION, decision: "abort" }));
  const closed = await desk.end({ how: "paper" });
  recorder.keep("incident/aborted-on-paper", closed, { papers: await recorder.ask("papers", {}) });
  const left = await desk.leave({});
  const timeline = await recorder.ask("timeline", {});
  const head = "ok" in timeline ? (timeline.ok.at(-1)?.head ?? "") : "";
  const audit = await recorder.ask("audit", { of: head });
  const pages = await recorder.ask("pages", {});
  const papers = await recorder.ask("papers", {});
  recorder.keep("audit/on-paper", left, { timeline, audit, pages, papers });
}

async function keyOnTransfer(recorder: Recorder): Promise<void> {
  const own = join(recorder.media, "officer-1");
  const key = readdirSync(own).find((name) => name.endsWith(".key")) ?? "";
  const strange = join(recorder.media, "transfer", "notes.txt");
  copyFileSync(join(own, key), strange);
  recorder.keepNow(await recorder.perform("to-connected", {}));
  recorder.keepNow(await recorder.desk.understood({}));
  rmSync(strange);
  await recorder.desk.except({ ...EXCEPTION, decision: "continue" });
}
