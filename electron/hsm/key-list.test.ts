// Key lists: written as documented, read strictly, and made of an HSM by a reader of keys.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import { publicThumbprint } from "./azure/keys.ts";
import { keyListText, readKeyList, type KeyList } from "./key-list.ts";

const page = readFileSync(new URL("FORMAT.md", import.meta.url), "utf8");
const example = /```json\n([^]*?)```/.exec(page)?.[1] ?? "";
const refused = expect.objectContaining({ code: "E-KEYS-LIST" }) as unknown;

const guid = fc.uuid();
const keyName = fc.stringMatching(/^[A-Za-z0-9-]{1,30}$/);
const hex = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${min},${max}}$`));
const keys = fc.uniqueArray(
  fc.record({ name: keyName, version: hex(1, 64), publicSha256: hex(64, 64) }),
  { minLength: 1, maxLength: 8, selector: ({ name, version }) => `${name}/${version}` },
);
const roles = fc.uniqueArray(
  fc.record({
    principal: guid,
    role: guid,
    roleName: fc.constantFrom("", "Managed HSM Crypto User", "Pr\u00fcfer"),
    scope: fc.oneof(
      fc.constantFrom("/", "/keys"),
      keyName.map((name) => `/keys/${name}`),
    ),
  }),
  { maxLength: 8, selector: ({ principal, role, scope }) => `${principal} ${role} ${scope}` },
);
const lists: fc.Arbitrary<KeyList> = fc.record({
  hsm: fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/),
  listedAt: fc
    .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString()),
  keys,
  roles: fc.option(roles),
});

describe("a key list", () => {
  it("is read and written as its page shows it", () => {
    const list = readKeyList(utf8(example));
    expect(list.keys).toHaveLength(1);
    expect(keyListText(list)).toBe(example);
  });

  it("has the thumbprint of RFC 7638 for its example, whatever an HSM calls the type", () => {
    const n =
      "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tS"
      + "oc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQ"
      + "R0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTW"
      + "hAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
    for (const kty of ["RSA", "RSA-HSM"])
      expect(publicThumbprint({ kty, e: "AQAB", n, kid: "https://a/keys/b" })).toBe(
        readKeyList(utf8(example)).keys[0]?.publicSha256,
      );
  });

  it("is read as it was written, whatever it contains", () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(readKeyList(utf8(keyListText(list)))).toEqual(list);
      }),
    );
  });

  it("is refused whole for one member more, less, twice or of another form", () => {
    const plain = JSON.parse(example) as {
      readonly keys: readonly [object];
      readonly roles: readonly [object];
    };
    const [key, role] = [plain.keys[0], plain.roles[0]];
    const changed: readonly object[] = [
      { ...plain, kind: "managed-hsm-keys/02" },
      { ...plain, more: 1 },
      { ...plain, keys: [] },
      { ...plain, keys: [key, key] },
      { ...plain, roles: [role, role] },
      { ...plain, roles: null },
      { ...plain, keys: [{ ...key, enabled: true }] },
      { ...plain, keys: {} },
      { ...plain, keys: [{ ...key, publicSha256: "" }] },
      { ...plain, hsm: "x" },
      { ...plain, keys: [{ ...key, version: "V" }] },
      { ...plain, keys: [{ ...key, name: "a/b" }] },
      { ...plain, roles: [{ ...role, scope: "/other" }] },
      { ...plain, roles: [{ ...role, principal: "somebody" }] },
      { ...plain, roles: [{ ...role, roleName: "a\u202eb" }] },
      { ...plain, listedAt: "2026-02-30T00:00:00.000Z" },
      { ...plain, listedAt: "2026-11-25" },
    ];
    for (const value of changed)
      expect(() => readKeyList(utf8(JSON.stringify(value)))).toThrow(refused);
    for (const name of ["kind", "hsm", "listedAt", "keys"])
      expect(() => readKeyList(utf8(JSON.stringify({ ...plain, [name]: undefined })))).toThrow(
        refused,
      );
    const twice = example.replace("{", '{"hsm":"x",');
    for (const text of ["", "[]", "null", example.slice(0, -4), twice])
      expect(() => readKeyList(utf8(text))).toThrow(refused);
    expect(() => readKeyList(new Uint8Array(16 * 1024 * 1024 + 1))).toThrow(refused);
  });
});
