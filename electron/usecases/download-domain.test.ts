// The one call that cannot be taken back: locked before, kept when it answers, never lost after.
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  random,
  readCertificate,
  readSecurityDomain,
  sha256Hex,
  utf8,
} from "../../crypto/index.ts";
import { openEntries } from "../../crypto/quorum.ts";
import { openKeyFile, openShare } from "../../crypto/secret-half.ts";
import { requestIdOf } from "../ceremony/ceremony.ts";
import { fault } from "../hsm/faults.ts";
import type { AnswerSink, AskedHsm, Hsm, OfficerCertificate } from "../hsm/hsm.ts";
import { readAnswer } from "../hsm/download.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { prepareMedium } from "../media/media.ts";
import { checkMeaning } from "../meaning/meaning.ts";
import { downloadDomain } from "./download-domain.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS, passphraseOf, type Stations } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

const NAME = HSMS.activation;
const SD = `${NAME}-SD.json`;
const RECEIVED = `${NAME}-SD.received`;
const MEDIA = ["transfer", "domain-copy"];
const DECIDERS = ["administrator", "witness"];

/** The stations's HSM, with some of its answers come differently. */
const withHsm = (stations: Stations, change: Partial<Hsm>) => ({
  hsm: async (): Promise<AskedHsm> => ({ ...stations.hsm, ...change }),
});
const download = (
  stations: Stations,
  change: Partial<Hsm> = {},
  againDecidedBy?: readonly string[],
) =>
  downloadDomain(
    { ...stations.connected, ...withHsm(stations, change) },
    againDecidedBy === undefined ? {} : { againDecidedBy },
  );
const standing = (stations: Stations): readonly string[] =>
  MEDIA.flatMap((label) =>
    readdirSync(join(stations.media, label)).filter((name) => name.includes("-SD")),
  );

/** As the search of a medium finds a private key. */
const LIKE_A_KEY = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n";

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
function losing(stations: Stations, kept = keeper()): Partial<Hsm> {
  return {
    download: async (certificates, required) => {
      await stations.hsm.download(certificates, required, kept);
      throw fault("E-HSM-UNKNOWN-OUTCOME", { why: "the answer did not come" });
    },
  };
}

describe("an HSM that is not ours to activate", () => {
  it("because it is active is refused when its state is read, and nothing is changed", async () => {
    const stations = await stationsAt("activation", "read-activation");
    await activate(stations);
    const before = stations.entries.length;
    expect(await codeOf(() => stations.act())).toBe("E-HSM-ACTIVE");
    expect(stations.types(before)).toEqual(["step-began", "activation-read"]);
    expect(standing(stations)).toEqual([]);
    expect(stations.step.id).toBe("read-activation");
  });

  it("because someone activated it meanwhile is refused before the call", async () => {
    const stations = await stationsAt("activation", "download-domain");
    await activate(stations);
    expect(await codeOf(() => download(stations))).toBe("E-HSM-ACTIVE");
    expect(stations.types()).not.toContain("download-began");
    expect(standing(stations)).toEqual([]);
  });

  it.each(["Unknown", "Failed"] as const)("because its state is %s is refused", async (state) => {
    const stations = await stationsAt("activation", "read-activation");
    const change = withHsm(stations, { activation: async () => state });
    expect(await codeOf(() => stations.act(change))).toBe("E-HSM-NOT-WAITING");
  });

  it.each(["read-activation", "download-domain"])(
    "because it is another one is refused at %s",
    async (step) => {
      const stations = await stationsAt("activation", step);
      const other = withHsm(stations, { name: "Contoso-Other" });
      expect(await codeOf(() => stations.act(other))).toBe("E-HSM-OTHER");
      expect(await stations.hsm.activation()).toBe("NotActivated");
    },
  );

  /** Someone else's download, with the officers' own certificates. */
  async function activate(stations: Stations): Promise<void> {
    await stations.hsm.download(certificatesOf(stations), 2, keeper());
    for (let state = ""; state !== "succeeded";) ({ state } = await stations.hsm.downloadStatus());
  }
});

describe("the certificates of the call", () => {
  it("are read again at the last moment: one that was swapped since stops it", async () => {
    const stations = await stationsAt("activation", "download-domain");
    cpSync(stations.on("transfer", "cert_0.cer"), stations.on("transfer", "cert_2.cer"));
    expect(await codeOf(() => download(stations))).toBe("E-CERT-SWAPPED");
    expect(stations.types()).not.toContain("download-began");
    expect(await stations.hsm.activation()).toBe("NotActivated");
  });
});

describe("the call", () => {
  it("has the id that its entry in the record gives it, by which Azure's log names it", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const ids: unknown[] = [];
    const change = withHsm(stations, {
      download: async (...asked) => {
        ids.push(asked[3]);
        return stations.hsm.download(...asked);
      },
    });
    await stations.act(change);
    const began = stations.entries.find(({ type }) => type === "download-began");
    expect(ids).toEqual([requestIdOf(began?.hash ?? "")]);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

describe("the answer", () => {
  it("is on both media, byte for byte, recorded before it is understood or polled", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const before = stations.entries.length;
    await download(stations);
    expect(stations.types(before)).toEqual([
      "step-began",
      "download-began",
      "answer-received",
      "domain-written",
      "download-ended",
      "aftercheck-judged",
      "step-performed",
    ]);
    expect(standing(stations)).toEqual([SD, RECEIVED, SD, RECEIVED]);
    const [one, other] = MEDIA.map((label) => readFileSync(stations.on(label, SD)));
    expect(one).toEqual(other);
  });

  it("that cannot be understood stays on both media and is never asked for again", async () => {
    const stations = await stationsAt("activation", "download-domain");
    // What looks like a key in it stops neither this station nor the one that takes the media over.
    const login = utf8(`<html>Sign in to the proxy: ${LIKE_A_KEY}</html>`);
    let asked = 0;
    const change: Partial<Hsm> = {
      download: async (certificates, required, sink) => {
        asked += 1;
        await stations.hsm.download(certificates, required, keeper());
        sink.write(login);
        return { bytes: login.length, complete: true };
      },
    };
    for (let i = 0; i < 3; i++)
      expect(await codeOf(() => download(stations, change))).toBe("E-ANSWER");
    expect(asked).toBe(1);
    for (const label of MEDIA)
      expect(new Uint8Array(readFileSync(stations.on(label, RECEIVED)))).toEqual(login);
    expect(stations.types()).not.toContain("domain-written");
    // Two people look at it, and decide: it is set aside, and the HSM's own answer comes.
    await download(stations, {}, DECIDERS);
    expect(stations.last("download-again-decided").decidedBy).toEqual(DECIDERS);
    for (const label of MEDIA) {
      readSecurityDomain(readFileSync(stations.on(label, SD)));
      const aside = readFileSync(stations.on(label, `${RECEIVED}.partial`));
      expect(new Uint8Array(aside)).toEqual(login);
    }
    await stations.actTo("closed");
    expect(stations.state.closed).toBe(true);
    // That a page came first is recorded, and breaks no rule.
    expect(checkMeaning({ entries: stations.entries, closed: true }).breaches).toEqual([]);
  });

  it("that a proxy gave for an HSM that still waits is asked for again, unasked", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const login = utf8("<html>Sign in to the proxy</html>");
    const change: Partial<Hsm> = {
      download: async (_certificates, _required, sink) => {
        sink.write(login);
        return { bytes: login.length, complete: true };
      },
    };
    expect(await codeOf(() => download(stations, change))).toBe("E-ANSWER");
    await download(stations);
    expect(stations.last("download-again-decided").decidedBy).toEqual([]);
    readSecurityDomain(readFileSync(stations.on("transfer", SD)));
  });

  it("is not asked for again when only the polling failed", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const refused = fault("E-HSM-AUTH", { why: "" });
    const stop: Partial<Hsm> = { downloadStatus: () => Promise.reject(refused) };
    expect(await codeOf(() => download(stations, stop))).toBe("E-HSM-AUTH");
    await download(stations, NEVER_AGAIN);
    expect(stations.types().filter((type) => type === "download-began")).toHaveLength(1);
  });

  it("that was altered on one medium before it was read is read from the other", async () => {
    const stations = await stationsAt("activation", "download-domain");
    writeFileSync(stations.on("domain-copy", SD), "in the way");
    expect(await codeOf(() => download(stations))).toBe("E-MEDIA-EXISTS");
    rmSync(stations.on("domain-copy", SD));
    writeFileSync(stations.on("transfer", RECEIVED), "altered");
    await download(stations, NEVER_AGAIN);
    expect(readFileSync(stations.on("domain-copy", SD))).toEqual(
      readFileSync(stations.on("transfer", SD)),
    );
    expect(stations.last("domain-written").sha256).toBe(
      sha256Hex(readFileSync(stations.on("transfer", SD))),
    );
  });

  it("that ends early is set aside, and two people decide to ask again", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const change: Partial<Hsm> = {
      download: async (certificates, required, sink) => {
        const kept = keeper();
        await stations.hsm.download(certificates, required, kept);
        sink.write(kept.bytes().subarray(0, 100));
        return { bytes: 100, complete: false };
      },
    };
    expect(await codeOf(() => download(stations, change))).toBe("E-ANSWER-CUT");
    expect(standing(stations)).toEqual([`${RECEIVED}.partial`, `${RECEIVED}.partial`]);
    expect(await codeOf(() => download(stations))).toBe("E-ACTIVATED-NO-SD");
    await download(stations, {}, DECIDERS);
    for (const label of MEDIA) {
      readSecurityDomain(readFileSync(stations.on(label, SD)));
      expect(readFileSync(stations.on(label, `${RECEIVED}.partial`))).toHaveLength(100);
    }
  });

  it("is whole once one medium has its name: the other gets its copy unasked", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const kept = keeper();
    expect(await codeOf(() => download(stations, losing(stations, kept)))).toBe(
      "E-HSM-UNKNOWN-OUTCOME",
    );
    // As after a crash between the first medium and the second.
    writeFileSync(stations.on("domain-copy", RECEIVED), kept.bytes());
    await download(stations, NEVER_AGAIN);
    expect(readFileSync(stations.on("transfer", SD), "utf8")).toBe(readAnswer(kept.bytes()));
  });
});

describe("an answer that is lost", () => {
  it("is asked for again only when two people decide, and contains the same secrets", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const kept = keeper();
    expect(await codeOf(() => download(stations, losing(stations, kept)))).toBe(
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
      expect(await codeOf(() => download(stations, {}, deciders))).toBe("E-ACTIVATED-NO-SD");
    expect(standing(stations)).toEqual([]);
    await download(stations, {}, DECIDERS);
    expect(stations.last("download-again-decided").decidedBy).toEqual(DECIDERS);
    const [first, second] = [
      utf8(readAnswer(kept.bytes())),
      readFileSync(stations.on("transfer", SD)),
    ];
    expect(new Uint8Array(second)).not.toEqual(first);
    expect(secretsOf(stations, second)).toEqual(secretsOf(stations, first));
    expect(secretsOf(stations, first).length).toBeGreaterThan(1);
    await stations.actTo("closed");
    expect(stations.state.closed).toBe(true);
  });

  it("of a call that never counted is asked for again without a decision", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const change = {
      download: () => Promise.reject(fault("E-HSM-UNKNOWN-OUTCOME", { why: "no answer came" })),
    };
    expect(await codeOf(() => download(stations, change))).toBe("E-HSM-UNKNOWN-OUTCOME");
    await download(stations);
    expect(stations.last("download-again-decided").decidedBy).toEqual([]);
    expect(existsSync(stations.on("transfer", SD))).toBe(true);
  });

  it.each([
    ["domain-copy", "transfer"],
    ["transfer", "domain-copy"],
  ])("because %s was pulled out is whole on the other, and copied later", async (gone, other) => {
    const stations = await stationsAt("activation", "download-domain");
    const [folder, away] = [join(stations.media, gone), join(stations.root, "away")];
    const pulled: Partial<Hsm> = {
      download: async (certificates, required, sink) => {
        const received = await stations.hsm.download(certificates, required, sink);
        renameSync(folder, away);
        return received;
      },
    };
    expect(await codeOf(() => download(stations, pulled))).toBe("E-ANSWER-KEPT");
    expect(existsSync(stations.on(other, RECEIVED))).toBe(true);
    renameSync(away, folder);
    await download(stations, NEVER_AGAIN);
    expect(readFileSync(stations.on("domain-copy", SD))).toEqual(
      readFileSync(stations.on("transfer", SD)),
    );
  });

  it.each(["transfer", "domain-copy"])(
    "because %s died is copied to one that takes its place, and the ceremony ends",
    async (gone) => {
      const stations = await stationsAt("activation", "download-domain");
      const dying: Partial<Hsm> = {
        download: async (certificates, required, sink) => {
          const received = await stations.hsm.download(certificates, required, sink);
          rmSync(join(stations.media, gone), { recursive: true });
          return received;
        },
      };
      expect(await codeOf(() => download(stations, dying))).toBe("E-ANSWER-KEPT");
      prepareMedium(stations.media, gone, "REHEARSAL", random);
      await stations.act(withHsm(stations, NEVER_AGAIN));
      await stations.actTo("closed");
      const { bytes } = readRecord(stations.offline.record.folder)!;
      expect(checkMeaning(verifyRecord(bytes)).breaches).toEqual([]);
    },
  );
});

const certificatesOf = (stations: Stations): readonly OfficerCertificate[] =>
  [1, 2, 3].map((seat) =>
    readCertificate(readFileSync(stations.on("transfer", `cert_${seat - 1}.cer`))),
  );

/** What officers 1 and 3 open of it with their keys from their media. */
function secretsOf(stations: Stations, bytes: Uint8Array): readonly string[] {
  const domain = readSecurityDomain(bytes);
  const shares = [1, 3].map((seat) => {
    const [key, cer] = ["key", "cer"].map((end) =>
      readFileSync(stations.on(`officer-${seat}`, `cert_${seat - 1}.${end}`)),
    );
    const certificate = readCertificate(cer!);
    const opened = openKeyFile(key!, certificate, passphraseOf(seat), seat);
    return openShare(domain, opened, certificate, seat);
  });
  return openEntries(domain, shares).map(({ tag, plaintext }) => `${tag} ${sha256Hex(plaintext)}`);
}
