// The one call that cannot be taken back: locked before, kept when it answers, never lost after.
import {
  cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readCertificate, readSecurityDomain, sha256Hex, utf8 } from "../../crypto/index.ts";
import { openEntries } from "../../crypto/quorum.ts";
import { openKeyFile, openShare } from "../../crypto/secret-half.ts";
import { fault } from "../hsm/faults.ts";
import {
  readAnswer, type AnswerSink, type AskedHsm, type Hsm, type OfficerCertificate,
} from "../hsm/hsm.ts";
import { downloadDomain } from "./download-domain.ts";
import {
  codeOf,
  HSMS,
  passphraseOf,
  stageAt,
  type Stage,
} from "./stations.fixture.ts";
import { snapshotOf } from "./snapshots.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

const NAME = HSMS.activation;
const SD = `${NAME}-SD.json`;
const RECEIVED = `${NAME}-SD.received`;
const MEDIA = ["transfer", "domain-copy"];
const DECIDERS = ["administrator", "witness"];

/** The stage's HSM, with some of its answers come differently. */
const withHsm = (stage: Stage, change: Partial<Hsm>) => ({
  hsm: async (): Promise<AskedHsm> => ({ ...stage.hsm, ...change }),
});
const download = (stage: Stage, change: Partial<Hsm> = {}, againDecidedBy?: readonly string[]) =>
  downloadDomain(
    { ...stage.connected, ...withHsm(stage, change) },
    againDecidedBy === undefined ? {} : { againDecidedBy },
  );
const standing = (stage: Stage): readonly string[] =>
  MEDIA.flatMap((label) =>
    readdirSync(join(stage.media, label)).filter((name) => name.includes("-SD")),
  );

/** An HSM that would notice a second call. */
const NEVER_AGAIN: Partial<Hsm> = { download: () => Promise.reject(new Error("asked again")) };

/** A sink that keeps what passes. */
function keeper(): AnswerSink & { readonly bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  return {
    write: (chunk) => void chunks.push(chunk.slice()),
    bytes: () => new Uint8Array(Buffer.concat(chunks)),
  };
}

/** A download whose answer reaches nobody, though the HSM gave it; `kept` shows what it was. */
function losing(stage: Stage, kept = keeper()): Partial<Hsm> {
  return {
    download: async (certificates, required) => {
      await stage.hsm.download(certificates, required, kept);
      throw fault("E-HSM-UNKNOWN-OUTCOME", { why: "the answer did not come", own: "" });
    },
  };
}

describe("an HSM that is not ours to activate", () => {
  it("because it is active is refused when its state is read, and nothing is changed", async () => {
    const stage = await stageAt("activation", "read-activation");
    await activate(stage);
    const before = stage.entries.length;
    expect(await codeOf(() => stage.act())).toBe("E-HSM-ACTIVE");
    expect(stage.types(before)).toEqual(["step-began", "activation-read"]);
    expect(standing(stage)).toEqual([]);
    expect(stage.step.id).toBe("read-activation");
  });

  it("because somebody activated it meanwhile is refused before the call", async () => {
    const stage = await stageAt("activation", "download-domain");
    await activate(stage);
    expect(await codeOf(() => download(stage))).toBe("E-HSM-ACTIVE");
    expect(stage.types()).not.toContain("download-began");
    expect(standing(stage)).toEqual([]);
  });

  it.each(["Unknown", "Failed"] as const)("because its state is %s is refused", async (state) => {
    const stage = await stageAt("activation", "read-activation");
    const change = withHsm(stage, { activation: async () => state });
    expect(await codeOf(() => stage.act(change))).toBe("E-HSM-NOT-WAITING");
  });

  it.each(["read-activation", "download-domain"])(
    "because it is another one is refused at %s",
    async (step) => {
      const stage = await stageAt("activation", step);
      const other = withHsm(stage, { name: "Contoso-Other" });
      expect(await codeOf(() => stage.act(other))).toBe("E-HSM-OTHER");
      expect(await stage.hsm.activation()).toBe("NotActivated");
    });

  /** Somebody else's download, with the officers' own certificates. */
  async function activate(stage: Stage): Promise<void> {
    await stage.hsm.download(certificatesOf(stage), 2, keeper());
    for (let state = ""; state !== "succeeded";) ({ state } = await stage.hsm.downloadStatus());
  }
});

describe("the certificates of the call", () => {
  it("are read again at the last moment: one that was swapped since stops it", async () => {
    const stage = await stageAt("activation", "download-domain");
    cpSync(stage.on("transfer", "cert_0.cer"), stage.on("transfer", "cert_2.cer"));
    expect(await codeOf(() => download(stage))).toBe("E-CERT-SWAPPED");
    expect(stage.types()).not.toContain("download-began");
    expect(await stage.hsm.activation()).toBe("NotActivated");
  });
});

describe("the answer", () => {
  it("lies on both media, byte for byte, recorded before it is understood or polled", async () => {
    const stage = await stageAt("activation", "download-domain");
    const before = stage.entries.length;
    await download(stage);
    expect(stage.types(before)).toEqual([
      "step-began",
      "download-began",
      "answer-received",
      "domain-written",
      "download-ended",
      "aftercheck-judged",
      "step-performed",
    ]);
    expect(standing(stage)).toEqual([SD, RECEIVED, SD, RECEIVED]);
    const [one, other] = MEDIA.map((label) => readFileSync(stage.on(label, SD)));
    expect(one).toEqual(other);
  });

  it("that cannot be understood stays on both media and is never asked for again", async () => {
    const stage = await stageAt("activation", "download-domain");
    const login = utf8("<html>Sign in to the proxy</html>");
    let asked = 0;
    const change: Partial<Hsm> = {
      download: async (certificates, required, sink) => {
        asked += 1;
        await stage.hsm.download(certificates, required, keeper());
        sink.write(login);
        return { bytes: login.length, complete: true };
      },
    };
    for (let i = 0; i < 3; i++)
      expect(await codeOf(() => download(stage, change))).toBe("E-ANSWER");
    expect(asked).toBe(1);
    for (const label of MEDIA)
      expect(new Uint8Array(readFileSync(stage.on(label, RECEIVED)))).toEqual(login);
    expect(stage.types()).not.toContain("domain-written");
  });

  it("is not asked for again when only the polling failed", async () => {
    const stage = await stageAt("activation", "download-domain");
    const refused = fault("E-HSM-AUTH", { why: "", own: "" });
    const stop: Partial<Hsm> = { downloadStatus: () => Promise.reject(refused) };
    expect(await codeOf(() => download(stage, stop))).toBe("E-HSM-AUTH");
    await download(stage, NEVER_AGAIN);
    expect(stage.types().filter((type) => type === "download-began")).toHaveLength(1);
  });

  it("that was altered on one medium before it was read is taken from the other", async () => {
    const stage = await stageAt("activation", "download-domain");
    writeFileSync(stage.on("domain-copy", SD), "in the way");
    expect(await codeOf(() => download(stage))).toBe("E-MEDIA-EXISTS");
    rmSync(stage.on("domain-copy", SD));
    writeFileSync(stage.on("transfer", RECEIVED), "altered");
    await download(stage, NEVER_AGAIN);
    expect(readFileSync(stage.on("domain-copy", SD)))
      .toEqual(readFileSync(stage.on("transfer", SD)));
    expect(stage.last("domain-written").sha256)
      .toBe(sha256Hex(readFileSync(stage.on("transfer", SD))));
  });

  it("that ends early is set aside, and two people decide to ask again", async () => {
    const stage = await stageAt("activation", "download-domain");
    const change: Partial<Hsm> = {
      download: async (certificates, required, sink) => {
        const kept = keeper();
        await stage.hsm.download(certificates, required, kept);
        sink.write(kept.bytes().subarray(0, 100));
        return { bytes: 100, complete: false };
      },
    };
    expect(await codeOf(() => download(stage, change))).toBe("E-ANSWER-CUT");
    expect(standing(stage)).toEqual([
      `${RECEIVED}.partial`,
      `${RECEIVED}.partial`,
    ]);
    expect(await codeOf(() => download(stage))).toBe("E-ACTIVATED-NO-SD");
    await download(stage, {}, DECIDERS);
    for (const label of MEDIA) {
      readSecurityDomain(readFileSync(stage.on(label, SD)));
      expect(readFileSync(stage.on(label, `${RECEIVED}.partial`))).toHaveLength(100);
    }
  });

  it("is whole once one medium has its name: the other gets its copy unasked", async () => {
    const stage = await stageAt("activation", "download-domain");
    const kept = keeper();
    expect(await codeOf(() => download(stage, losing(stage, kept)))).toBe(
      "E-HSM-UNKNOWN-OUTCOME",
    );
    // As after a crash between the first medium and the second.
    writeFileSync(stage.on("domain-copy", RECEIVED), kept.bytes());
    await download(stage, NEVER_AGAIN);
    expect(readFileSync(stage.on("transfer", SD), "utf8")).toBe(readAnswer(kept.bytes()));
  });
});

describe("an answer that is lost", () => {
  it("is asked for again only when two people decide, and holds the same secrets", async () => {
    const stage = await stageAt("activation", "download-domain");
    const kept = keeper();
    expect(await codeOf(() => download(stage, losing(stage, kept)))).toBe(
      "E-HSM-UNKNOWN-OUTCOME",
    );
    for (const deciders of [
      undefined,
      [],
      ["administrator"],
      ["witness", "witness"],
      ["administrator", "somebody"],
      ["x", "y"],
    ])
      expect(await codeOf(() => download(stage, {}, deciders))).toBe("E-ACTIVATED-NO-SD");
    expect(standing(stage)).toEqual([]);
    await download(stage, {}, DECIDERS);
    expect(stage.last("download-again-decided").decidedBy).toEqual(DECIDERS);
    const [first, second] = [
      utf8(readAnswer(kept.bytes())),
      readFileSync(stage.on("transfer", SD)),
    ];
    expect(new Uint8Array(second)).not.toEqual(first);
    expect(secretsOf(stage, second)).toEqual(secretsOf(stage, first));
    expect(secretsOf(stage, first).length).toBeGreaterThan(1);
    await stage.actTo("closed");
    expect(stage.state.closed).toBe(true);
  });

  it("of a call that never counted is asked for again without a decision", async () => {
    const stage = await stageAt("activation", "download-domain");
    const change = {
      download: () =>
        Promise.reject(fault("E-HSM-UNKNOWN-OUTCOME", { why: "no answer came", own: "" })),
    };
    expect(await codeOf(() => download(stage, change))).toBe("E-HSM-UNKNOWN-OUTCOME");
    await download(stage);
    expect(stage.last("download-again-decided").decidedBy).toEqual([]);
    expect(existsSync(stage.on("transfer", SD))).toBe(true);
  });

  it.each([
    ["domain-copy", "transfer"], ["transfer", "domain-copy"],
  ])("because %s was pulled out is whole on the other, and copied later", async (gone, other) => {
    const stage = await stageAt("activation", "download-domain");
    const [folder, away] = [join(stage.media, gone), join(stage.root, "away")];
    const pulled: Partial<Hsm> = { download: async (certificates, required, sink) => {
      const received = await stage.hsm.download(certificates, required, sink);
      renameSync(folder, away);
      return received;
    } };
    expect(await codeOf(() => download(stage, pulled))).toBe("E-MEDIA-GONE");
    expect(existsSync(stage.on(other, RECEIVED))).toBe(true);
    renameSync(away, folder);
    await download(stage, NEVER_AGAIN);
    expect(readFileSync(stage.on("domain-copy", SD)))
      .toEqual(readFileSync(stage.on("transfer", SD)));
  });
});

const certificatesOf = (stage: Stage): readonly OfficerCertificate[] =>
  [1, 2, 3].map((seat) =>
    readCertificate(readFileSync(stage.on("transfer", `cert_${seat - 1}.cer`))),
  );

/** What officers 1 and 3 open of it with their keys from their media. */
function secretsOf(stage: Stage, bytes: Uint8Array): readonly string[] {
  const domain = readSecurityDomain(bytes);
  const shares = [1, 3].map((seat) => {
    const [key, cer] = ["key", "cer"].map((end) =>
      readFileSync(stage.on(`officer-${seat}`, `cert_${seat - 1}.${end}`)));
    const certificate = readCertificate(cer!);
    const opened = openKeyFile(key!, certificate, passphraseOf(seat), seat);
    return openShare(domain, opened, certificate, seat);
  });
  return openEntries(domain, shares).map(({ tag, plaintext }) => `${tag} ${sha256Hex(plaintext)}`);
}
