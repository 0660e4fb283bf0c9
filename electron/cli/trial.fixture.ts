// For tests: good files of a domain of which everything is known, for one change and then a trial.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDomain, type MadeDomain, type TestOfficer } from "../../crypto/domain.fixture.ts";
import { makePool } from "../../crypto/pool.fixture.ts";
import { sealedUnder } from "../../crypto/sealed.fixture.ts";
import { readSecurityDomain, toHex, utf8, writePem } from "../../crypto/index.ts";
import { deriveEntryKey, openShare } from "../../crypto/secret-half.ts";
import { restoreHere, takeSecrets, type Az, type Call } from "./az.fixture.ts";
import { changeDomain, changePart } from "./restore-blob.fixture.ts";

/** What all trials have in common: three officers, a quorum of two, an exchange key. */
export interface Ground {
  readonly folder: string;
  readonly made: MadeDomain;
  readonly exchange: TestOfficer;
}

export async function makeGround(folder: string): Promise<Ground> {
  const [exchange, ...officers] = await makePool([2048, 2048, 2048, 2048]);
  return { folder, made: makeDomain(3, 2, officers), exchange: exchange! };
}

/** Files of one trial. A change writes over them, and may say what else is given. */
export interface Trial extends Ground {
  call: Call;
  /** PKCS#8 of the exchange certificate's key; null where jose takes none so small. */
  exchangePkcs8: Uint8Array | null;
}

/** A fresh set of the good files; officers 1 and 2 come, their keys have no passphrase. */
export function trialOn(ground: Ground): Trial {
  const folder = join(ground.folder, "trial");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const at = (name: string) => join(folder, name);
  writeFileSync(at("domain.json"), ground.made.text);
  writeFileSync(at("exchange.pem"), ground.exchange.certificate.pem);
  ground.made.officers.forEach(({ pkcs8, certificate }, i) => {
    writeFileSync(at(`officer-${i + 1}.key`), writePem("PRIVATE KEY", pkcs8));
    writeFileSync(at(`officer-${i + 1}.cer`), certificate.pem);
  });
  const call = {
    domain: at("domain.json"),
    exchange: at("exchange.pem"),
    out: at("blob.json"),
    keys: [at("officer-1.key"), at("officer-2.key")],
  };
  return { ...ground, folder, call, exchangePkcs8: ground.exchange.pkcs8 };
}

export const keyFile = ({ folder }: Trial, n: number): string => join(folder, `officer-${n}.key`);

/** The domain's text changed. */
export function text(change: (text: string) => string) {
  return ({ call }: Trial): void => {
    writeFileSync(call.domain, change(readFileSync(call.domain, "utf8")));
  };
}

/** The domain's value changed. */
export const json =
  (change: Parameters<typeof changeDomain>[1]) =>
  ({ call }: Trial): void => {
    changeDomain(call, change);
  };

/** Officer `n`'s share, opened. */
export function shareOf({ made }: Trial, n: number) {
  const { pkcs8, certificate } = made.officers[n - 1]!;
  return openShare(readSecurityDomain(utf8(made.text)), { pkcs8, warnings: [] }, certificate, n);
}

/** One part of the first entry's JWE changed as bytes. */
export const entry = (part: number, change: (bytes: Buffer) => Buffer) =>
  json(
    ({
      EncData: {
        data: [first],
      },
    }) => {
      first!.compact_jwe = changePart(first!.compact_jwe, part, change);
    },
  );

/** One part of officer `n`'s share changed as bytes. */
export const share = (n: number, part: number, change: (bytes: Buffer) => Buffer) =>
  json(({ SharedKeys: { enc_shares } }) => {
    const one = enc_shares[n - 1]!;
    one.enc_key = changePart(one.enc_key, part, change);
  });

/** The first entry sealed again under the key of its tag, with another header. */
export const resealed =
  (members: object) =>
  (trial: Trial): void => {
    const { secret, plaintexts } = trial.made;
    json(
      ({
        EncData: {
          data: [first],
        },
      }) => {
        const tag = first!.tag;
        const header = { alg: "dir", enc: "A256CBC-HS512", kid: tag, ...members };
        const key = deriveEntryKey(secret, tag);
        first!.compact_jwe = sealedUnder(header, new Uint8Array(), key, plaintexts.get(tag)!);
      },
    )(trial);
  };

/** An officer's key file in another form, opened by az with these passphrases. */
export const protectedKey =
  (form: (pem: string) => string, ...passwords: readonly string[]) =>
  (trial: Trial): void => {
    const file = keyFile(trial, 1);
    writeFileSync(file, form(readFileSync(file, "utf8")));
    trial.call = { ...trial.call, passwords };
  };

/** The result of a trial: the domain's secrets, others, or an error by its name. */
export interface Outcome {
  readonly result: string;
  /** az's words to a person; the codes of our warnings. */
  readonly said: readonly string[];
}

export const SECRETS = "the secrets";
export const OTHERS = "altered secrets";
export const BLOB = "a blob, not opened";

/** az on a trial's files; its output is taken away. */
export async function byAz(az: Az, trial: Trial): Promise<Outcome> {
  const { error, said } = await az.restore(trial.call);
  return { result: error ?? (await found(trial)), said: said === "" ? [] : [said] };
}

/** `sd restore-blob` on a trial's files; its output is taken away. */
export async function byUs(trial: Trial): Promise<Outcome> {
  const { error, warnings } = await restoreHere(trial.call);
  return { result: error ?? (await found(trial)), said: warnings };
}

async function found({ call, made, exchangePkcs8 }: Trial): Promise<string> {
  if (exchangePkcs8 === null) return existsSync(call.out) ? BLOB : "nothing";
  const { secrets } = await takeSecrets(call.out, writePem("PRIVATE KEY", exchangePkcs8));
  const known = [...made.plaintexts].map(([tag, plaintext]) => [tag, toHex(plaintext)] as const);
  const same =
    Object.keys(secrets).length === known.length
    && known.every(([tag, plaintext]) => secrets[tag] === plaintext);
  return same ? SECRETS : OTHERS;
}
