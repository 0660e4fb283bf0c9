// `sd prove`: every quorum of the given keys opens the domain; nothing is asked twice or written.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCertificate } from "../../crypto/index.ts";
import { sealForKey, writeShare } from "../../crypto/secret-half.ts";
import { sharesOf } from "../../crypto/vectors.fixture.ts";
import { keyOf, PASSPHRASES, rehearsedActivation } from "./activation.fixture.ts";
import { CANARY, expectRefusal, sd, sdJson, treeOf, warningsIn } from "./program.fixture.ts";
import {
  changeDomain,
  changePart,
  filesOf,
  flipped,
  passphrasesOf,
  restore,
  VECTOR_PASSPHRASE,
  type Files,
} from "./restore-blob.fixture.ts";
import { atTerminal, noTerminal } from "./terminal.fixture.ts";

const callOf = (files: Files, officers: readonly number[], more: readonly string[] = []) => [
  "prove",
  "--sd-file",
  files.domain,
  "--sd-wrapping-keys",
  ...officers.map(files.key),
  ...more,
];
const UNPROTECTED = "W-KEY-UNPROTECTED";
const THUMBPRINT_WORDS = [
  "befriend revival choking nebula zulu sociable buzzard millionaire regain trombonist",
  "banjo pharmacy billiard caretaker drumbeat stethoscope tapeworm misnomer cranky jamaica",
  "soybean retraction rebirth existence adult upcoming island equation classroom breakaway",
];
const NOT_AZURE =
  "This proves that these keys open these very bytes. "
  + "It does not prove that Azure accepts them:\nonly a restore into an HSM shows that. "
  + "Nothing was written.\n";

describe("all officers' keys", () => {
  it("prove every pair, each officer told by number and words", async () => {
    const files = filesOf();
    const before = treeOf(files.folder);
    const { code, out, errors } = await sd(callOf(files, [1, 2, 3]));
    expect({ code, warnings: warningsIn(errors) }).toEqual({
      code: 0,
      warnings: [UNPROTECTED, UNPROTECTED, UNPROTECTED],
    });
    expect(out).toMatch(/^The security domain: 55601f4f[0-9a-f]{56}\nIn words: edict fortitude /);
    expect(out).toContain("\nIts quorum: 2 of 3\n");
    THUMBPRINT_WORDS.forEach((words, i) => {
      expect(out).toContain(`\n  officer ${i + 1} (key ${i + 1}): ${words}\n`);
    });
    expect(out.match(/^Proven: .*$/gm)).toEqual(
      [
        [1, 2],
        [1, 3],
        [2, 3],
      ].map(([a, b]) => `Proven: officers ${a} and ${b} open it.`),
    );
    expect(out).toContain("\nOpened each time: 3 entries (hsm_backup, base_enclave_backup, ");
    expect(out).not.toContain("NOT TESTED");
    expect(out.endsWith(NOT_AZURE)).toBe(true);
    expect(treeOf(files.folder)).toEqual(before);
  });

  it("prove every three of five where three are needed", async () => {
    const { result } = await sdJson(callOf(filesOf("3of5-rsa3072"), [1, 2, 3, 4, 5]));
    expect(result).toMatchObject({ required: 3, untested: [] });
    expect(result["subsets"]).toHaveLength(10);
  });
});

describe("fewer keys, in any order", () => {
  it("prove what they can; who was not tested is named", async () => {
    const files = filesOf();
    const { code, out } = await sd(callOf(files, [3, 1]));
    expect(code).toBe(0);
    expect(out).toContain(`\n  officer 1 (key 2): ${THUMBPRINT_WORDS[0]!}\n`);
    expect(out).toContain(`\n  officer 2 (no key given): ${THUMBPRINT_WORDS[1]!}\n`);
    expect(out.match(/^Proven: .*$/gm)).toEqual(["Proven: officers 1 and 3 open it."]);
    expect(out).toContain("\nNOT TESTED: officer 2.\n");
    const { result } = await sdJson(callOf(files, [3, 1]));
    expect(result).toMatchObject({
      required: 2,
      entries: ["hsm_backup", "base_enclave_backup", "partition_enclave_backup"],
      officers: [
        { officer: 1, key: 2 },
        { officer: 2, key: null },
        { officer: 3, key: 1 },
      ],
      subsets: [[1, 3]],
      untested: [2],
    });
  });

  it("are refused when they are no quorum, the same twice, or of another domain", async () => {
    const files = filesOf();
    expectRefusal(await sd(callOf(files, [1])), "E-QUORUM-SHORT");
    expectRefusal(await sd(callOf(files, [1, 1])), "E-QUORUM-SAME");
    const other = filesOf("3of5-rsa3072");
    expectRefusal(await sd(callOf({ ...files, key: other.key }, [1, 2])), "E-CERT-UNKNOWN");
  });

  it("are refused when the domain was altered, in a share or in the data", async () => {
    const files = filesOf();
    changeDomain(files, ({ EncData: { data } }) => {
      const [entry] = data;
      entry!.compact_jwe = changePart(entry!.compact_jwe, 3, flipped);
    });
    const { errors } = await sd(callOf(files, [1, 2, 3]));
    expect(errors).toMatch(/^E-JWE-AUTH: Data entry 1 was altered /m);
    const shares = filesOf();
    changeDomain(shares, ({ SharedKeys: { enc_shares } }) => {
      const [share] = enc_shares;
      share!.enc_key = changePart(share!.enc_key, 3, flipped);
    });
    const { code, errors: said } = await sd(callOf(shares, [1, 2, 3]));
    expect(code).toBe(1);
    expect(said).toMatch(/^E-JWE-/m);
  });
});

describe("a share that is wrong", () => {
  it.each([[[1, 2, 3]], [[3, 2, 1]], [[2, 3, 1]]])(
    "is told by its officer's number, not by the place of their key: keys of %j",
    async (order) => {
      const altered = filesOf();
      changeDomain(altered, ({ SharedKeys: { enc_shares } }) => {
        enc_shares[2]!.enc_key = changePart(enc_shares[2]!.enc_key, 3, flipped);
      });
      expect((await sd(callOf(altered, order))).errors).toMatch(
        /^E-JWE-AUTH: The share of officer 3 was altered /m,
      );
      const damaged = filesOf();
      damageShare(damaged, 3);
      expect((await sd(callOf(damaged, order))).errors).toMatch(
        /^E-SHARE-DAMAGED: Partly damaged: the share of officer 3\.$/m,
      );
      expect((await restore(damaged, order)).errors).toMatch(
        /^E-SHARE-DAMAGED: Partly damaged: the share of officer 3\.$/m,
      );
    },
  );
});

/** Officer `n`'s share with another value of its first byte, sealed for them again. */
function damageShare(files: Files, n: number): void {
  const {
    share: { x, values },
  } = sharesOf("2of3-rsa2048").shares[n - 1]!;
  const damaged = writeShare({ x, values: values.with(0, (values[0]! + 1) % 256) });
  const { spki } = readCertificate(readFileSync(files.certificate(n)));
  changeDomain(files, ({ SharedKeys: { enc_shares } }) => {
    enc_shares[n - 1]!.enc_key = sealForKey(damaged, spki, "not used");
  });
}

describe("wrong use", () => {
  it("is refused", async () => {
    const files = filesOf();
    for (const args of [
      ["prove"],
      ["prove", "--sd-file", files.domain],
      ["prove", "--sd-wrapping-keys", files.key(1)],
      callOf(files, [1, 2], [`--${CANARY}`]),
      callOf(files, [1, 2], ["--passwords", CANARY]),
    ])
      expectRefusal(await sd(args), "E-USAGE", 2);
  });
});

describe("protected keys", () => {
  it("open with a passphrase file: a rehearsed activation's domain", async () => {
    const activation = await rehearsedActivation();
    const keys = PASSPHRASES.map((_, i) => keyOf(activation, i + 1));
    const { code, result, warnings } = await sdJson([
      "prove",
      "--sd-file",
      activation.domain,
      "--sd-wrapping-keys",
      ...keys,
      "--passphrase-file",
      activation.passphraseFile,
    ]);
    expect({ code, result, warnings }).toMatchObject({
      code: 0,
      result: {
        subsets: [
          [1, 2],
          [1, 3],
          [2, 3],
        ],
        untested: [],
      },
      warnings: [],
    });
  });

  it("do not open with another one, and nothing is written or changed", async () => {
    const files = filesOf("2of3-rsa4096-passphrase");
    const more = ["--passphrase-file", passphrasesOf(files, `${CANARY}\n${CANARY}\n`)];
    const before = treeOf(files.folder);
    expectRefusal(await sd(callOf(files, [1, 2], more)), "E-KEY-PASSPHRASE");
    expectRefusal(await sd(callOf(files, [1, 2])), "E-PASS-TERMINAL");
    expect(treeOf(files.folder)).toEqual(before);
  });

  it.skipIf(noTerminal)("are each asked for once, unseen (needs python3)", async () => {
    const files = filesOf("2of3-rsa4096-passphrase");
    const answers = [1, 2, 3].map((n) => ({
      after: `Passphrase of key ${n}: `,
      type: `${VECTOR_PASSPHRASE}\r`,
    }));
    const { code, screen } = await atTerminal(callOf(files, [1, 2, 3]), answers, [
      CANARY,
      "three off",
      "two keys",
    ]);
    expect({ code, screen }).toMatchObject({ code: 0 });
    expect(screen.match(/Passphrase of key/g)).toHaveLength(3);
    expect(screen.match(/^Proven: /gm)).toHaveLength(3);
  });
});
