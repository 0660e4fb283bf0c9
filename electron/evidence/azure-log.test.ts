// Azure's log: what touched a security domain is found by its address, or else by its name.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { utf8 } from "../../crypto/index.ts";
import { eachOnce, readAzureLog } from "./azure-log.ts";

const CALLER = "d9da5048-2737-4770-bd64-0123456789ab";

/** An event as Microsoft's documentation shows one (managed-hsm/logging.md): a download. */
const event = (change: object = {}): object => ({
  time: "2026-03-01T10:00:00Z",
  resourceId:
    "/SUBSCRIPTIONS/X/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.KEYVAULT/MANAGEDHSMS/Contoso-HSM",
  operationName: "SecurityDomainBackup",
  resultType: "Success",
  callerIpAddress: "203.0.113.7",
  correlationId: "0A1B2C3D-4E5F-6071-8293-a4b5c6d7e8f9",
  httpStatusCode: 202,
  identity: JSON.stringify({ claim: { claims: { objectidentifier: CALLER } } }),
  requestUri: "https://contoso-hsm.managedhsm.azure.net/securitydomain/download?api-version=7.5",
  ...change,
});
const read = (value: unknown) => readAzureLog(utf8(JSON.stringify(value)));
const operationsOf = (change: object) =>
  read([event(change)]).operations.map(({ operation }) => operation);
const at = (path: string, httpStatusCode = 202) => ({
  httpStatusCode,
  operationName: "",
  requestUri: `https://contoso-hsm.managedhsm.azure.net/${path}`,
});

describe("a log of Azure's", () => {
  it("is an array, an object with records, or one event a line", () => {
    const one = {
      operation: "download",
      name: "SecurityDomainBackup",
      at: Date.parse("2026-03-01T10:00:00Z"),
      hsm: "Contoso-HSM",
      done: true,
      caller: CALLER,
      address: "203.0.113.7",
      request: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
      identity: JSON.stringify([
        "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        "download",
        "contoso-hsm",
        Date.parse("2026-03-01T10:00:00Z"),
        202,
        CALLER,
      ]),
    };
    expect(read([event()])).toEqual({ events: 1, operations: [one] });
    expect(read({ records: [event(), event()] })).toEqual({ events: 2, operations: [one, one] });
    const written = utf8(JSON.stringify([event()], null, 2));
    expect(readAzureLog(written)).toEqual({ events: 1, operations: [one] });
    for (const end of ["", "\n"]) {
      const lines = `${JSON.stringify(event())}\r\n\r\n${JSON.stringify(event())}${end}`;
      expect(readAzureLog(utf8(lines))).toEqual({ events: 2, operations: [one, one] });
    }
  });

  it("has each event once that is in two exports, in whatever form, and no other", () => {
    const count = (...events: readonly object[]) => {
      const { operations, repeated } = eachOnce(read(events).operations);
      return [operations.length, repeated];
    };
    const { time, requestUri, correlationId, ...rest } = event() as Record<string, unknown>;
    const ofWorkspace = {
      ...rest,
      TimeGenerated: "2026-03-01T10:00:00.0000000Z",
      requestUri_s: requestUri,
      correlationId_g: String(correlationId).toUpperCase(),
    };
    expect(count(event(), event(), ofWorkspace)).toEqual([1, 2]);
    const others = [
      { time: "2026-03-01T10:00:00.001Z" },
      { httpStatusCode: 403 },
      { correlationId: CALLER },
      { resourceId: "/managedHSMs/Other" },
      { identity: { oid: "11111111-2737-4770-bd64-0123456789ab" } },
      at("securitydomain/upload"),
    ].map((change) => event(change));
    expect(count(event(), ...others)).toEqual([7, 0]);
    // Without an id only what is equal in every letter is the same.
    const unnamed = { ...rest, time, requestUri };
    expect(count(unnamed, { ...unnamed })).toEqual([1, 1]);
    expect(count(unnamed, { ...unnamed, durationMs: "1" })).toEqual([2, 0]);
  });

  it.each([
    ["a download", at("securitydomain/download"), ["download"]],
    ["a path in capitals, with a slash", at("SecurityDomain/Download/"), ["download"]],
    ["an exchange key, by the answer's status", at("securitydomain/upload", 200), ["transfer-key"]],
    ["an upload", at("securitydomain/upload"), ["upload"]],
    ["a path that nobody knows yet", at("securitydomain/novelty"), ["unknown"]],
    ["a question of status", at("securitydomain/download/pending", 200), []],
    ["a key's list", at("keys", 200), []],
    ["what is pending elsewhere", at("x/securitydomain/pending"), ["unknown"]],
    ["a challenge, before the client has a token", at("securitydomain/download", 401), []],
  ])("tells %s by its address", (_, change, found) => {
    expect(operationsOf(change)).toEqual(found);
  });

  it.each([
    ["SecurityDomainBackup", ["download"]],
    ["SecurityDomainInitRecovery", ["transfer-key"]],
    ["SecurityDomainRestore", ["upload"]],
    ["SecurityDomainRestoreStatusGet", []],
    ["SecurityDomainNovelty", ["unknown"]],
    ["KeyList", []],
  ])("tells %s by its name, if there is no address", (operationName, found) => {
    expect(operationsOf({ operationName, requestUri: undefined })).toEqual(found);
  });

  it.each([
    ["a status of 400", { httpStatusCode: 400 }, false],
    ["a status of 202, whatever the result", { resultType: "Failed" }, true],
    ["no status and a result that says so", { httpStatusCode: "", resultType: "Failed" }, false],
    ["no status and no such result", { httpStatusCode: "", resultType: "" }, true],
  ])("counts as done or not by %s", (_, change, done) => {
    expect(read([event(change)]).operations).toMatchObject([{ done }]);
  });

  /** Names of one thing: in a storage account's blob, then in a workspace's two tables. */
  it.each([
    ["time", "TimeGenerated"],
    ["operationName", "OperationName"],
    ["requestUri", "requestUri_s", "RequestUri"],
    ["httpStatusCode", "httpStatusCode_d", "HttpStatusCode"],
    ["resourceId", "ResourceId", "_ResourceId"],
    ["identity", "identity_s", "Identity"],
    ["callerIpAddress", "CallerIPAddress", "CallerIpAddress"],
    ["correlationId", "correlationId_g", "CorrelationId"],
  ])("reads %s by its other names too", (blob, ...others) => {
    // Its address shows another operation than its name.
    const requestUri = "https://contoso-hsm.managedhsm.azure.net/securitydomain/upload";
    const odd = event({ httpStatusCode: 403, requestUri }) as Readonly<Record<string, unknown>>;
    const { operations } = read([odd]);
    for (const name of others)
      for (const absent of [undefined, null, ""]) {
        const told = [{ ...odd, [blob]: absent, [name]: odd[blob] }];
        expect(read(told).operations, name).toEqual(operations);
      }
  });

  it("reads a result by its other name, and takes claims as an object or as a text", () => {
    const failed = event({ httpStatusCode: "", resultType: "", ResultType: "Error" });
    expect(read([failed]).operations).toMatchObject([{ done: false }]);
    const identity = { claim: { claims: { objectidentifier: CALLER } } };
    expect(read([event({ identity })]).operations).toMatchObject([{ caller: CALLER }]);
  });

  it("finds who it was by the claim's own name, in a workspace's columns too (B174)", () => {
    const callers = (change: object) =>
      read([event(change)]).operations.map(({ caller }) => caller);
    const upper = CALLER.toUpperCase();
    const oid = "identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g";
    expect(callers({ identity: undefined, [oid]: upper })).toEqual([CALLER]);
    expect(callers({ identity: undefined, identity_claim_oid_g: CALLER })).toEqual([CALLER]);
    const long = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    expect(callers({ identity: { claim: { [long]: CALLER } } })).toEqual([CALLER]);
    // A person's name is what they chose: it looks like another person's claim.
    const name = `objectidentifier":"00000000-0000-0000-0000-000000000000`;
    const claims = { claim: { name, upn: name, objectidentifier: CALLER } };
    expect(callers({ identity: claims })).toEqual([CALLER]);
    expect(callers({ identity: JSON.stringify(claims) })).toEqual([CALLER]);
    expect(callers({ identity: { claim: { name } } })).toEqual([""]);
  });

  it("names no HSM if neither resource nor address does", () => {
    const change = { resourceId: "", requestUri: "/securitydomain/download" };
    expect(read([event(change)]).operations).toMatchObject([{ operation: "download", hsm: "" }]);
  });

  it("names the HSM by the address if there is no resource, and has no invalid time", () => {
    const change = { resourceId: "/x", time: "yesterday", identity: { claims: {} } };
    expect(read([event(change)]).operations).toMatchObject([
      { hsm: "contoso-hsm", at: null, caller: "" },
    ]);
  });

  it("finds what older logs keep among an event's properties", () => {
    const { requestUri } = event() as { readonly requestUri: string };
    const properties = { requestUri, httpStatusCode: 403 };
    const older = event({ requestUri: undefined, httpStatusCode: undefined, properties });
    expect(read([older]).operations).toMatchObject([{ operation: "download", done: false }]);
  });

  it.each([
    "",
    "{",
    "[]",
    "[[]]",
    '["x"]',
    '[{},"x"]',
    '{"records":{}}',
    "<html>",
    '{}\n{"time":"2031',
    "{}\nx\n{}",
  ])("is not %j: a part of a log would explain nothing", (text) => {
    expect(codeOf(() => readAzureLog(utf8(text)))).toBe("E-AUDIT-FORM");
  });

  it("of more events than are read in good time is refused", () => {
    const array = utf8(`[${"{},".repeat(500_000)}{}]`);
    expect(codeOf(() => readAzureLog(array))).toBe("E-AUDIT-MANY");
    expect(codeOf(() => readAzureLog(utf8("{}\n".repeat(500_001))))).toBe("E-AUDIT-MANY");
  });

  it("tells how many of its bytes were read as it goes", () => {
    const told: number[] = [];
    const bytes = utf8("{}\n".repeat(2500));
    readAzureLog(bytes, (count) => told.push(count));
    expect(told).toEqual([0, 3000, 6000]);
  });
});
