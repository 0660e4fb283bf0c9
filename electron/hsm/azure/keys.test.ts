// Lists with and without pages, and the thumbprint of a key's public members.
import { createHash, generateKeyPairSync } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { describe, expect, it } from "vitest";
import { isObject, readJson, utf8, type JsonObject } from "../../../crypto/index.ts";
import { publicThumbprint, readKeys, type KeyReader } from "./keys.ts";

const H = "https://contoso.managedhsm.azure.net/";

function object(value: unknown): JsonObject {
  const reading = readJson(utf8(JSON.stringify(value)));
  if (!reading.ok || !isObject(reading.value)) throw new Error("not an object");
  return reading.value;
}

function reader(answers: Record<string, unknown>): KeyReader {
  const get = async (path: string): Promise<JsonObject> => object(answers[path]);
  return { get, follow: get };
}

const key = (n: string, enabled = true) => ({
  key: { kty: "RSA-HSM", n, e: "AQAB" },
  attributes: { enabled },
});
const kids = (...paths: readonly string[]) => paths.map((path) => ({ kid: `${H}keys/${path}` }));

describe("readKeys", () => {
  it("gives every version of every key over all pages, sorted", async () => {
    const found = await readKeys(
      reader({
        keys: { value: kids("tde"), nextLink: "next" },
        next: { value: kids("backup") },
        "keys/tde/versions": { value: kids("tde/2", "tde/1"), nextLink: null },
        "keys/backup/versions": { value: kids("backup/9"), nextLink: "" },
        "keys/tde/1": key("AQ"),
        "keys/tde/2": key("Ag", false),
        "keys/backup/9": key("Aw"),
      }),
    );
    expect(found.map(({ name, version, enabled }) => [name, version, enabled])).toEqual([
      ["backup", "9", true],
      ["tde", "1", true],
      ["tde", "2", false],
    ]);
    expect(new Set(found.map(({ publicSha256 }) => publicSha256)).size).toBe(3);
  });

  it.each([
    ["no list", {}],
    ["a list of texts", { value: ["x"] }],
    ["no kid", { value: [{}] }],
    ["a foreign kid", { value: [{ kid: `${H}secrets/x` }] }],
    ["a kid that climbs", { value: [{ kid: `${H}keys/..` }] }],
    ["a kid with a query", { value: [{ kid: `${H}keys/x?y` }] }],
  ])("refuses %s with E-HSM-BODY", async (_, keys) => {
    await expect(readKeys(reader({ keys }))).rejects.toMatchObject({ code: "E-HSM-BODY" });
  });

  it("stops a list that never ends", async () => {
    const keys = { value: [], nextLink: "keys" };
    await expect(readKeys(reader({ keys }))).rejects.toMatchObject({ code: "E-HSM-BODY" });
  });
});

describe("publicThumbprint", () => {
  it.each([
    ["RSA", generateKeyPairSync("rsa", { modulusLength: 2048 })],
    ["EC", generateKeyPairSync("ec", { namedCurve: "P-256" })],
  ] as const)(
    "of an %s key in an HSM is its RFC 7638 thumbprint, as jose makes it",
    async (kty, pair) => {
      const jwk = pair.publicKey.export({ format: "jwk" });
      const theirs = await calculateJwkThumbprint(pair.publicKey, "sha256");
      const inHsm = { ...jwk, kty: `${kty}-HSM`, kid: `${H}keys/x/1`, key_ops: ["wrapKey"] };
      expect(publicThumbprint(object(inHsm))).toBe(
        Buffer.from(theirs, "base64url").toString("hex"),
      );
    },
  );

  it("leaves out every member that is not public", () => {
    const plain = createHash("sha256").update('{"e":"AQAB","kty":"RSA","n":"AQ"}').digest("hex");
    const whole = object({ d: "Ag", n: "AQ", kty: "RSA", k: "x", e: "AQAB" });
    expect(publicThumbprint(whole)).toBe(plain);
  });
});
