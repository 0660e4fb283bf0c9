// A challenge is opened only by the key that it was made for.
import { expect, test } from "vitest";
import { codeOf } from "./code-of.fixture.ts";
import { sealChallenge } from "./index.ts";
import { makePool } from "./pool.fixture.ts";
import { openChallenge } from "./secret-half.ts";

const [ours, other] = await makePool([2048, 2048]);
const bytes = new Uint8Array(32).map((_, i) => 7 * i);
const keyOf = ({ pkcs8 }: { readonly pkcs8: Uint8Array }) => ({ pkcs8, warnings: [] });

test("A challenge is opened by the key of its certificate, and names itself in its header", () => {
  const challenge = sealChallenge(bytes, ours!.certificate);
  expect(openChallenge(challenge, keyOf(ours!))).toEqual(bytes);
  const header = JSON.parse(
    Buffer.from(challenge.split(".")[0]!, "base64url").toString(),
  ) as object;
  expect(header).toMatchObject({ kid: "challenge", alg: "RSA-OAEP-256", enc: "A256CBC-HS512" });
});

test("Two challenges of the same bytes have nothing in common but their header", () => {
  const [one, two] = [0, 1].map(() => sealChallenge(bytes, ours!.certificate).split("."));
  expect(one!.map((part, i) => part === two![i])).toEqual([true, false, false, false, false]);
});

test("Another key does not open it, and a changed one is not opened at all", () => {
  const challenge = sealChallenge(bytes, ours!.certificate);
  expect(codeOf(() => openChallenge(challenge, keyOf(other!)))).toMatch(/^E-JWE-/);
  const parts = challenge.split(".");
  parts[3] = Buffer.from(bytes).toString("base64url");
  expect(codeOf(() => openChallenge(parts.join("."), keyOf(ours!)))).toMatch(/^E-JWE-/);
});
