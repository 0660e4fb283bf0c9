// Bad restore blobs (B073, B075 to B077, and damaged ones).
import { expect, test } from "vitest";
import { utf8 } from "./bytes.ts";
import { checkRestoreBlob, readExchangeKey, readRestoreBlob, readSecurityDomain } from "./index.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";
import { vector } from "./vectors.fixture.ts";

const [ours, other] = ["2of3-rsa2048", "3of5-rsa3072"] as const;
const good = new TextDecoder().decode(vector(ours, "az-restore-blob.json"));
const domain = readSecurityDomain(vector(ours, "sd.json"));
const exchange = readExchangeKey(vector(ours, "exchange.pem"));
const codeOf = (text: string) => refusalOf(() => readRestoreBlob(utf8(text))).code;

test("the good one passes", () => {
  checkRestoreBlob(readRestoreBlob(utf8(good)), exchange, domain);
});

test("B073 a blob for another exchange key", () => {
  const foreign = readExchangeKey(vector(other, "exchange.pem"));
  expect(
    refusalOf(() => {
      checkRestoreBlob(readRestoreBlob(utf8(good)), foreign, domain);
    }).code,
  ).toBe("E-BLOB-KEY");
});

test("B075 a blob that lacks an entry, or has them in another order", () => {
  for (const change of [
    (data: unknown[]) => data.slice(1),
    (data: unknown[]) => [...data].reverse(),
  ]) {
    const blob = JSON.parse(good) as { EncData: { data: unknown[] } };
    blob.EncData.data = change(blob.EncData.data);
    expect(
      refusalOf(() => {
        checkRestoreBlob(readRestoreBlob(utf8(JSON.stringify(blob))), exchange, domain);
      }).code,
    ).toBe("E-BLOB-INCOMPLETE");
  }
});

test("B076 a security domain in place of a blob", () => {
  expect(refusalOf(() => readRestoreBlob(vector(ours, "sd.json"))).code).toBe("E-KIND");
});

test("B077 an empty blob", () => {
  expect(codeOf("")).toBe("E-BLOB-EMPTY");
});

test("a damaged blob", () => {
  for (const text of [
    good.slice(0, -5),
    `${good}x`,
    good.replace("WrappedKey", CANARY),
    "{}",
    good.replace("{", '{"version":2,'),
    good.replace(/"WrappedKey": ?\{/, '"WrappedKey":{"kid":"x",'),
    good.replace("sp108_kdf", CANARY),
    good.replace(/"x5t_256": "./, '"x5t_256": "!'),
  ])
    expect(codeOf(text)).toBe("E-BLOB-FORM");
});
