// The renewal of the security domain as `sd rehearse` runs it, from 2 of 3 officers, one of them with a
// new key, to 3 of 4: what it leaves, and what it never allows.
import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readSecurityDomain, sha256Hex } from "../../crypto/index.ts";
import { type EventData } from "../ceremony/ceremony.ts";
import { signaturesOfEnd } from "../journal/verify.ts";
import { HSM } from "./activation.fixture.ts";
import { ceremoniesIn } from "./ceremonies.fixture.ts";

const { afterActivation, at, dataOf, rehearse, standingIn, verdictOf } =
  ceremoniesIn("replacement");

/** What may follow a renewal is held whole in the long run; an attestation in `npm test`. */
const isLong = process.env["LONG"] === "1";

beforeAll(async () => {
  await afterActivation();
  appendFileSync(at("passphrases"), "Nobody had a fourth one before\n");
  const counts = ["--officers", "4", "--quorum", "3"];
  const played = await rehearse("replacement", "replacement", "--officer", "2", ...counts);
  expect(played.code, played.errors).toBe(0);
});

it("is the only ceremony whose flags may give other numbers than the custody's", async () => {
  for (const script of ["dry-run", "hand-off"]) {
    const counts = ["--officers", "3", "--quorum", "2"];
    const { code, errors } = await rehearse(script, `other-${script}`, ...counts);
    expect({ code, errors }).toMatchObject({
      code: 1,
      errors: expect.stringContaining("E-REHEARSE-COUNTS") as string,
    });
    expect(existsSync(at(`other-${script}`, "record.jsonl"))).toBe(false);
  }
});

describe("a replaced officer", () => {
  it("has another name and other keys; those who stay have theirs", () => {
    const [before, after] = [standingIn("activation"), standingIn("replacement")];
    expect(dataOf("replacement", "opened").renewed).toEqual([2, 4]);
    expect([0, 2].map((i) => after.officers[i]?.thumbprint)).toEqual(
      [0, 2].map((i) => before.officers[i]?.thumbprint),
    );
    expect(after.officers[1]?.thumbprint).not.toBe(before.officers[1]?.thumbprint);
    expect(after.officers[1]).toMatchObject({
      keyName: "cert_1-2",
      signingName: "sign_1-2",
      trouble: "",
    });
    expect(after.officers[1]?.name).not.toBe(before.officers[1]?.name);
  });

  it("comes only after every key that stays has opened something", () => {
    const types = verdictOf("replacement").entries.map(({ type }) => type);
    const checks = types.flatMap((type, i) => (type === "key-checked" ? [i] : []));
    expect(checks).toHaveLength(2);
    for (const later of ["key-making-began", "download-began"])
      expect(types.indexOf(later)).toBeGreaterThan(Math.max(...checks));
  });

  it("signs the record, by the new key, as the others do by theirs", () => {
    const verdict = verdictOf("replacement");
    expect(verdict).toMatchObject({ closedBy: "signatures", unvouched: [] });
    expect(verdict.acts).toMatchObject([
      { act: "The new keys", missing: [] },
      { act: "The new custody", missing: [] },
    ]);
    expect(signaturesOfEnd(verdict).map(({ certificate }) => certificate)).toEqual(
      standingIn("replacement").officers.map((one) => one.signingThumbprint),
    );
  });
});

describe("the security domain", () => {
  it("is wrapped again for today's keys and quorum, and every group of that size opens it", () => {
    const { domainSha256, domainFile, officers, required, subsets } = standingIn("replacement");
    expect([officers.length, required]).toEqual([4, 3]);
    expect(domainFile).toBe(`${HSM}-SD-2.json`);
    for (const label of ["transfer", "domain-copy"]) {
      const bytes = readFileSync(at("media", label, domainFile));
      expect(sha256Hex(bytes)).toBe(domainSha256);
      expect(
        readSecurityDomain(bytes)
          .shares.map(({ thumbprint }) => thumbprint)
          .sort(),
      ).toEqual(officers.map(({ thumbprint }) => thumbprint).sort());
    }
    expect(subsets).toEqual([
      [1, 2, 3],
      [1, 2, 4],
      [1, 3, 4],
      [2, 3, 4],
    ]);
  });

  it("that was in force before is retired with its SHA-256, and on no medium any more", () => {
    const { domainSha256, domainFile } = standingIn("activation");
    expect(dataOf("replacement", "domain-retired")).toEqual({
      sha256: domainSha256,
      file: domainFile,
      media: ["transfer", "domain-copy"],
    });
    for (const label of ["transfer", "domain-copy"])
      for (const name of readdirSync(at("media", label)))
        expect(sha256Hex(readFileSync(at("media", label, name)))).not.toBe(domainSha256);
    expect(existsSync(at("media", "transfer", "cert_1.cer"))).toBe(false);
  });
});

describe("everything with the old key", () => {
  it("is destroyed only when all is proven and in custody, and all have signed for that", () => {
    const types = verdictOf("replacement").entries.map(({ type }) => type);
    const [proven, recorded, signing, retired, destroyed] = (
      [
        "quorum-proven",
        "custody-recorded",
        "act-signing",
        "domain-retired",
        "objects-destroyed",
      ] as const
    ).map((type) => types.lastIndexOf(type));
    const signed = types.indexOf("signed", signing) + standingIn("replacement").officers.length - 1;
    const order = [proven, recorded, signing, signed, retired, destroyed];
    expect(order).toEqual(order.toSorted((a = 0, b = 0) => a - b));
  });

  it("is destroyed with the number of each bag, and is in nobody's custody", () => {
    const before = standingIn("activation").objects.filter(({ object }) =>
      object.startsWith("officer-2 "),
    );
    const { objects } = dataOf("replacement", "objects-destroyed");
    expect(objects.map(({ object, seal }) => ({ object, seal }))).toEqual(
      before.map(({ object, seal }) => ({ object, seal })),
    );
    expect(before.map(({ object }) => object)).toHaveLength(4);
    const { objects: now } = standingIn("replacement");
    expect(now.filter(({ object }) => object.startsWith("officer-2 "))).toHaveLength(4);
    const seals = now.map(({ seal }) => seal);
    for (const { seal } of before) expect(seals).not.toContain(seal);
  });

  it("is nowhere under the rehearsal's media", () => {
    const old = dataOf("activation", "key-made");
    const [key] = verdictOf("activation").entries.flatMap(({ type, data }) => {
      const made = data as unknown as EventData["key-made"];
      return type === "key-made" && made.officer === "officer-2" ? made.files : [];
    });
    expect(old.files.length).toBeGreaterThan(0);
    expect(filesUnder(at("media")).map((file) => sha256Hex(readFileSync(file)))).not.toContain(
      key?.sha256,
    );
  });
});

describe("after a renewal", () => {
  if (isLong)
    it("a recovery continues from its record, opened by the new officer's key", async () => {
      expect((await rehearse("recovery", "recovery")).code).toBe(0);
      const { entries, signatures } = verdictOf("recovery");
      expect(entries[0]?.prev).toBe(verdictOf("replacement").head);
      const opened = ["officer-1", "officer-2", "officer-3"];
      expect(dataOf("recovery", "blob-made").officers).toEqual(opened);
      expect(signatures[1]?.certificate).toBe(
        standingIn("replacement").officers[1]?.signingThumbprint,
      );
    });

  it("the new officer holds a part of an attestation, under the new name", async () => {
    expect(
      (await rehearse("attestation-part", "part", "--officer", "2", "--choose", "open-bag-2")).code,
    ).toBe(0);
    const { participants } = dataOf("part", "opened");
    expect(participants.find(({ role }) => role === "officer-2")?.name).toBe(
      standingIn("replacement").officers[1]?.name,
    );
    expect(dataOf("part", "key-checked").thumbprint).toBe(
      standingIn("replacement").officers[1]?.thumbprint,
    );
  });

  it("an attestation takes that part over", async () => {
    const played = await rehearse("attestation", "whole");
    expect(played.code, played.errors).toBe(0);
    expect(dataOf("whole", "part-taken").officer).toBe("officer-2");
  });

  if (isLong)
    it("another one follows, back to 2 of 3, and again nothing is overwritten", async () => {
      const counts = ["--officers", "3", "--quorum", "2"];
      const played = await rehearse("replacement", "again", "--officer", "2", ...counts);
      expect(played.code, played.errors).toBe(0);
      const { officers, required, domainFile, objects } = standingIn("again");
      expect(officers.map(({ keyName }) => keyName)).toEqual(["cert_0", "cert_1-3", "cert_2"]);
      expect(required).toBe(2);
      expect(domainFile).toBe(`${HSM}-SD-3.json`);
      expect(objects.filter(({ object }) => object.startsWith("officer-4 "))).toEqual([]);
      const gone = verdictOf("again").entries.flatMap(({ type, data }) =>
        type === "objects-destroyed"
          ? (data as unknown as EventData["objects-destroyed"]).objects
          : [],
      );
      expect(gone.map(({ object }) => object.split(" ")[0])).toEqual(
        ["officer-2", "officer-4"].flatMap((officer) => Array.from({ length: 4 }, () => officer)),
      );
    });
});

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
