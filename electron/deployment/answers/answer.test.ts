// Answers are read strictly: what is no answer, or has a secret in it, is refused with a code and never
// said again.
import { describe, expect, it } from "vitest";
import { isFault } from "../../../crypto/errors.ts";
import { ANSWER_MAX, readAnswers } from "./answer.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const codeOf = (...files: readonly Uint8Array[]): string => {
  try {
    readAnswers(files);
    return "accepted";
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code;
  }
};

const CANARY = "CANARYq7Zx";
const TOKEN = `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJ${CANARY}hdWQiOiJodHRwczovL20ifQ.c2ln${CANARY}bmF0dXJl`;
const KEY64 = `${"A".repeat(76)}${CANARY}==`;

describe("what is no answer (B146 to B150)", () => {
  it.each([
    ["nothing", utf8(""), "E-ANSWER-EMPTY"],
    ["blanks", utf8(" \n\t "), "E-ANSWER-EMPTY"],
    ["a byte order mark", utf8("\uFEFF{}"), "E-ANSWER-ENCODING"],
    [
      "UTF-16, as Windows PowerShell writes it",
      new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
      "E-ANSWER-ENCODING",
    ],
    ["no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "E-ANSWER-ENCODING"],
    ["a message of az", utf8("ERROR: Please run 'az login'"), "E-ANSWER-JSON"],
    ["cut off", utf8('{"id":"/subs'), "E-ANSWER-JSON"],
    ["two documents", utf8("{}{}"), "E-ANSWER-JSON"],
    ["a member twice", utf8('{"id":1,"id":2}'), "E-ANSWER-TWICE"],
    ["deep", utf8(`${'{"a":'.repeat(40)}1${"}".repeat(40)}`), "E-ANSWER-DEEP"],
    ["a number", utf8("7"), "E-ANSWER-FORM"],
    ["null", utf8("null"), "E-ANSWER-FORM"],
    ["a list of numbers", utf8("[1]"), "E-ANSWER-FORM"],
    ["one page of a list", utf8('{"value":[],"nextLink":"https://x"}'), "E-ANSWER-PAGE"],
    ["large", new Uint8Array(ANSWER_MAX + 1).fill(0x20), "E-ANSWER-SIZE"],
    [
      "too many",
      utf8(JSON.stringify(Array.from({ length: 200_001 }, () => ({})))),
      "E-ANSWER-COUNT",
    ],
  ])("%s is refused", (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it("is not a soak of three instances, a sample every five minutes for 28 days", () => {
    expect(codeOf(utf8(JSON.stringify(Array.from({ length: 24_195 }, () => ({})))))).toBe(
      "accepted",
    );
  });

  it("is named by its place among the others", () => {
    expect(() => readAnswers([utf8("{}"), utf8("{")])).toThrow("Answer 2 is not valid JSON");
  });
});

describe("a secret (B151)", () => {
  it.each([
    ["a token", { accessToken: TOKEN }],
    ["a token within a text", { message: `said: ${TOKEN}` }],
    ["a token as the name of a member", { [TOKEN]: 1 }],
    ["a token in a list", { value: [{ a: [TOKEN] }] }],
    [
      "a SAS",
      { uri: `https://a.blob.core.windows.net/c?sv=2024&sig=${CANARY}abcdefghijklmnop%3D` },
    ],
    ["a connection string", { a: `DefaultEndpointsProtocol=https;AccountKey=${CANARY}` }],
    ["a storage account's key", [{ keyName: "key1", permissions: "FULL", value: KEY64 }]],
    ["a private key", { pem: `-----BEGIN PRIVATE KEY-----\n${CANARY}` }],
    ["a private member of a key", { key: { kty: "RSA", n: "AQAB", d: CANARY } }],
    ["a password", { properties: { administratorLoginPassword: CANARY } }],
    ["a Cosmos DB key", { primaryMasterKey: CANARY }],
    [
      "a Cosmos DB key beside its time",
      { primaryMasterKey: { generationTime: "2024-10-04T07:58:49.304713+00:00", value: CANARY } },
    ],
    ["a list of keys", { primaryKey: [{ value: CANARY }] }],
  ])("is refused, and never said: %s", (_, value) => {
    try {
      readAnswers([utf8(JSON.stringify(value))]);
      expect.unreachable();
    } catch (error) {
      if (!isFault(error)) throw error;
      expect(error.code).toBe("E-ANSWER-SECRET");
      expect(`${error.message} ${error.next} ${error.stack ?? ""}`).not.toContain(CANARY);
    }
  });

  it("is not what only looks like one", () => {
    const harmless = {
      administratorLoginPassword: null,
      key: { kty: "RSA-HSM", n: "x".repeat(344), d: null },
      attributes: { attestation: { privateKeyAttestation: "x".repeat(2000) } },
      message: "DC1 passed test MachineAccount",
      keysMetadata: { primaryMasterKey: { generationTime: "2024-10-04T07:58:49.304713+00:00" } },
    };
    expect(codeOf(utf8(JSON.stringify(harmless)))).toBe("accepted");
  });
});

describe("what an answer is", () => {
  const kindsOf = (value: unknown) =>
    readAnswers([utf8(JSON.stringify(value))]).all.map(({ kind }) => kind);
  const ID = "/subscriptions/s/resourceGroups/g/providers";

  it("is recognised by its id, in any case, before its type", () => {
    expect(
      kindsOf({ id: `${ID}/microsoft.keyvault/MANAGEDHSMS/x`, type: "Microsoft.Compute/disks" }),
    ).toEqual(["hsm"]);
    expect(kindsOf({ type: "Microsoft.Compute/disks" })).toEqual(["disk"]);
    expect(kindsOf({ id: `${ID}/Microsoft.KeyVault/vaults/x` })).toEqual(["unknown"]);
  });

  it("is recognised by its members if it has no id", () => {
    expect(kindsOf([{ name: "centralindia", provisioningState: "Succeeded" }])).toEqual(["region"]);
    expect(
      kindsOf({ value: [{ properties: { principalId: "a", roleDefinitionId: "b", scope: "/" } }] }),
    ).toEqual(["role-assignment"]);
    expect(kindsOf({ key: { kid: "x" }, attributes: {} })).toEqual(["key"]);
    expect(kindsOf({ folderUrl: "x", status: "Succeeded" })).toEqual(["backup"]);
  });

  it("is found in lists of lists", () => {
    expect(
      kindsOf([
        { type: "Microsoft.Compute/disks" },
        { value: [{ "azure-cli": "2.74.0" }], nextLink: null },
      ]),
    ).toEqual(["disk", "az-version"]);
  });
});
