// `sd reconcile`: logs in every form that Azure exports, against the record of a real rehearsal.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { HSM, rehearsedActivation, type Activation } from "./activation.fixture.ts";
import { CANARY, expectRefusal, sd, sdJson, temporaryFolder } from "./program.fixture.ts";

/** An hour each: in the long run a leap year. */
const HOURS = process.env["LONG"] === "1" ? 8784 : 1100;
const CALLER = "d9da5048-2737-4770-bd64-0123456789ab";
let activation: Activation;
/** When the record says that the download went out. */
let began: number;
/** The record's head, as it was read aloud; the record is a rehearsal's. */
let vouched: readonly string[];

beforeAll(async () => {
  activation = await rehearsedActivation();
  const lines = readFileSync(activation.record, "utf8").trimEnd().split("\n");
  const entries = lines.map(
    (line) => JSON.parse(line) as { readonly type: string; readonly at: string },
  );
  began = Date.parse(entries.find(({ type }) => type === "download-began")!.at);
  vouched = ["--rehearsal", "--head", (JSON.parse(lines.at(-1)!) as { hash: string }).hash];
});

/** An event as Microsoft's documentation shows one (managed-hsm/logging.md), of this request. */
const event = (path: string, change: object = {}): object => ({
  time: new Date(began + 2000).toISOString(),
  resourceId: `/SUBSCRIPTIONS/X/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.KEYVAULT/MANAGEDHSMS/${HSM}`,
  operationName: "SecurityDomainBackup",
  category: "AuditEvent",
  resultType: "Success",
  properties: { PoolType: "M-HSM" },
  callerIpAddress: "203.0.113.7",
  httpStatusCode: 202,
  identity: JSON.stringify({
    claim: { http_schemas_microsoft_com_identity: { claims: { objectidentifier: CALLER } } },
  }),
  requestUri: `https://${HSM}.managedhsm.azure.net/${path}`,
  ...change,
});
const download = (change: object = {}): object =>
  event("securitydomain/download?api-version=7.5", change);
const later = { time: "2031-03-12T02:14:00.000Z" };

async function told(text: string, ...records: readonly string[]) {
  const log = join(temporaryFolder(), "PT1H.json");
  writeFileSync(log, text);
  const given = records.length === 0 ? [] : [...vouched, "--record", ...records];
  return { ...(await sd(["reconcile", log, ...given])), log };
}
const unexplained = async (...events: readonly object[]) => {
  const { log } = await told(JSON.stringify(events));
  const { result } = await sdJson(["reconcile", log, "--record", activation.record, ...vouched]);
  return result["unexplained"] as readonly { readonly operation: string }[];
};

describe("sd reconcile", () => {
  it.each([
    ["an array", (events: readonly object[]) => JSON.stringify(events, null, 2)],
    [
      "JSON lines",
      (events: readonly object[]) => events.map((one) => JSON.stringify(one)).join("\r\n"),
    ],
    ["records in an object", (events: readonly object[]) => JSON.stringify({ records: events })],
  ])("finds the ceremony's download in %s, and passes over what is none", async (_, write) => {
    const { code, out, errors } = await told(
      write([
        event("keys?api-version=7.4", { operationName: "KeyList", httpStatusCode: 200 }),
        download({ httpStatusCode: 401, resultType: "Unauthorized" }),
        download(),
        event("securitydomain/download/pending", {
          operationName: "SecurityDomainBackupStatusGet",
          httpStatusCode: 200,
        }),
      ]),
      activation.out,
    );
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out).toContain("Events in the log: 4; of a security domain: 1.");
    expect(out).toMatch(/^In record 1, entry \d+: security domain downloaded/m);
  });

  it("raises an alarm for a download that has no ceremony, and names who did it", async () => {
    const { code, out, errors } = await told(
      JSON.stringify([download(), download(later)]),
      activation.record,
    );
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^E-AUDIT-ALARM: Operations on a security domain that match no ceremony in these records: 1\./,
    );
    expect(out).toContain(
      "ALARM, in no record: security domain downloaded "
        + `(SecurityDomainBackup), ${HSM}, ${later.time}, by ${CALLER} from 203.0.113.7`,
    );
  });

  it("raises one for each, if no record is given at all", async () => {
    const upload = event("securitydomain/upload?api-version=7.5", { operationName: "x" });
    const { code, out } = await told(JSON.stringify([download(), upload]));
    expect(code).toBe(1);
    expect(out.match(/^ALARM/gm)).toHaveLength(2);
    expect(out).toContain("security domain uploaded");
  });

  it.each([
    [
      "the name of another operation",
      { operationName: "SecurityDomainNovelty", requestUri: "" },
      "unknown",
    ],
    ["no address, only a name", { ...later, requestUri: "" }, "download"],
    [
      "an exchange key, by its status",
      {
        ...later,
        httpStatusCode: 200,
        requestUri: "https://x.managedhsm.azure.net/securitydomain/upload",
      },
      "transfer-key",
    ],
    ["a time that is none", { time: "yesterday" }, "download"],
    ["another HSM", { resourceId: "/x/managedHSMs/Other" }, "download"],
    [
      "a workspace's names",
      {
        time: undefined,
        TimeGenerated: later.time,
        requestUri: undefined,
        requestUri_s: "https://x.managedhsm.azure.net/securitydomain/download",
      },
      "download",
    ],
    [
      "a path in capitals and a slash",
      { ...later, requestUri: "https://x.managedhsm.azure.net/SecurityDomain/Download/" },
      "download",
    ],
  ])("does not pass over %s", async (_, change, operation) => {
    expect(await unexplained(download(change))).toMatchObject([{ operation }]);
  });

  it("counts an event once that two exports have, and says so", async () => {
    const [one, other] = [1, 2].map(() => join(temporaryFolder(), "PT1H.json"));
    for (const path of [one!, other!]) writeFileSync(path, JSON.stringify([download()]));
    const given = ["--record", activation.record, ...vouched];
    const { code, result } = await sdJson(["reconcile", one!, other!, ...given]);
    expect({ code, ...result }).toMatchObject({ code: 0, events: 2, repeated: 1, unexplained: [] });
    expect((await sd(["reconcile", one!, other!, ...given])).out).toContain(
      "Events in the log: 2; of a security domain: 1. Counted once, though there more often: 1 more.",
    );
  });

  it("tells what Azure refused, and what the log lacks, without an alarm", async () => {
    const refused = download({ ...later, httpStatusCode: 403, resultType: "Forbidden" });
    const { code, out } = await told(JSON.stringify([refused]), activation.record);
    expect(code).toBe(0);
    expect(out).toMatch(/^Tried and refused, in no record: /m);
    expect(out).toMatch(/^Not in this log: security domain downloaded, 1, entry \d+, /m);
  });

  it.each([
    ["nothing", ""],
    ["no log", "{"],
    ["no events", "[]"],
    ["texts", '["x"]'],
    ["HTML", "<html>"],
    ["a line cut off", `${JSON.stringify({ a: 1 })}\n{"time":"2031`],
  ])("takes %s for no log, and not for a quiet one", async (_, text) => {
    expectRefusal(await told(text, activation.record), "E-AUDIT-FORM");
  });

  it("shows nothing of a log but as printable text, and takes only whole records", async () => {
    const odd = download({ ...later, callerIpAddress: `\u001b[2J${"x".repeat(300)}` });
    const { out } = await told(JSON.stringify([odd]), activation.record);
    expect(out).toMatch(/^[\x20-\x7e\n]+$/);
    const cut = join(temporaryFolder(), `${CANARY}.jsonl`);
    writeFileSync(cut, readFileSync(activation.record).subarray(0, 5000));
    const ended = await told(JSON.stringify([download()]), cut);
    expect(ended.errors).toMatch(/^E-LOG-/);
    expect(ended.out).toBe("Nothing was compared: record 1 of those given is refused.\n");
    expectRefusal(await sd(["reconcile"]), "E-USAGE", 2);
  });

  it(`reads a folder of ${HOURS} hourly files, as a storage account has them, and no more than 10,000 (B173)`, async () => {
    const year = temporaryFolder();
    const other = JSON.stringify(event("keys", { operationName: "KeyList" }));
    for (let hour = 0; hour < HOURS; hour += 1) {
      const folder = join(year, `d=${Math.floor(hour / 24)}`, `h=${hour % 24}`);
      mkdirSync(folder, { recursive: true });
      const text = hour === 500 ? JSON.stringify(download()) : other;
      writeFileSync(join(folder, "PT1H.json"), text);
    }
    writeFileSync(join(year, "notes.txt"), "not a log");
    symlinkSync(activation.record, join(year, "linked.json"));
    const ended = await sd(["reconcile", year, "--record", activation.record, ...vouched]);
    expect(ended).toMatchObject({ code: 0, errors: "" });
    expect(ended.out).toContain(`Files read: ${HOURS}. Passed over, because they are not .json`);
    expect(ended.out).toContain(`Events in the log: ${HOURS}; of a security domain: 1.`);
    const files = Array<string>(10_001).fill(join(year, "d=0", "h=0", "PT1H.json"));
    const tooMany = await sd(["reconcile", ...files]);
    expectRefusal(tooMany, "E-AUDIT-FILES");
    expect(tooMany.errors).toContain("more than 10,000 files");
    expectRefusal(await sd(["reconcile", temporaryFolder()]), "E-FILE-MISSING");
  });
});
