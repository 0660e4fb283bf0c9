// Rules 70, 72 to 77, 79 and 101: the exchange key, the restore blob for it alone, backup, keys, a dry run.
import { officerOf } from "../ceremony/ceremony.ts";
import { certificateIn } from "./certificates.ts";
import { isOfMode } from "./keys.ts";
import { areDistinct } from "./opening.ts";
import { isAttested, hasRightVerdict } from "./quote.ts";
import {
  isReader,
  type DataOf,
  type Reading,
  type Rules,
  type Typed,
  type Type,
} from "./reading.ts";

const DOMAIN_NAME = "managedhsm.azure.net";

export const RECOVERY: Rules = {
  "exchange-key-fetched": (reading, entry) => {
    const { thumbprint, certificate: pem, files } = entry.data;
    const certificate = certificateIn(pem, reading.accepted);
    reading.must("E-MEAN-CERTIFICATE", certificate?.thumbprint === thumbprint, entry);
    if (certificate === null) return;
    isOfMode(reading, entry, certificate);
    const { hsm } = reading.opening.data;
    const used = reading.uploads.get(thumbprint);
    const [answer, key, more] = files;
    const { sha256, size } = certificate.file;
    const isRight =
      certificate.commonName.toLowerCase() === `${hsm}.${DOMAIN_NAME}`.toLowerCase()
      && answer?.label === "transfer"
      && key?.label === "transfer"
      && more === undefined
      && key.sha256 === sha256
      && key.size === size
      && used === undefined;
    reading.must("E-MEAN-EXCHANGE", isRight, entry, used);
    const isSo = entry.data.verdict !== "attested" || isAttested(reading, pem);
    reading.must("E-MEAN-QUOTE", isSo, entry);
  },
  "exchange-key-judged": (reading, entry) => {
    const fetched = reading.last("exchange-key-fetched");
    const isRight = fetched !== undefined && hasRightVerdict(reading, fetched, entry);
    reading.must("E-MEAN-QUOTE", isRight, entry, fetched?.seq);
  },
  "exchange-key-compared": (reading, entry) => {
    const fetched = reading.last("exchange-key-fetched");
    const { thumbprint } = entry.data;
    const isRight =
      thumbprint === fetched?.data.thumbprint
      && thumbprint === reading.read.get("exchange-key")?.data.sha256;
    reading.must("E-MEAN-COMPARED", isRight, entry, fetched?.seq);
  },
  "exchange-key-accepted": (reading, entry) => {
    const judged = reading.last("exchange-key-judged");
    const isRight =
      judged !== undefined && entry.data.attested === (judged.data.verdict === "attested");
    reading.must("E-MEAN-COMPARED", isRight, entry, judged?.seq);
  },
  "blob-made": (reading, entry) => {
    const { exchangeThumbprint, domainSha256, officers, files, sha256, size } = entry.data;
    const { overruled = [] } = entry.data;
    const fetched = reading.last("exchange-key-fetched");
    const compared = reading.last("exchange-key-compared");
    const judged = reading.last("exchange-key-judged");
    const accepted = reading.last("exchange-key-accepted");
    const isFor =
      exchangeThumbprint === fetched?.data.thumbprint
      && exchangeThumbprint === compared?.data.thumbprint
      && compared.seq > fetched.seq
      && accepted !== undefined
      && accepted.seq > Math.max(fetched.seq, judged?.seq ?? 0);
    reading.must("E-MEAN-BLOB", isFor, entry, fetched?.seq);
    const { domain, opening, seats } = reading;
    reading.must("E-MEAN-BLOB", domainSha256 === domain.sha256, entry, domain.entry);
    const areQuorum =
      officers.join() === seats.map(officerOf).join() && officers.length >= opening.data.required;
    reading.must("E-MEAN-BLOB", areQuorum, entry, reading.seatChange);
    const [file, more] = files;
    const isWritten =
      more === undefined
      && file?.label === "transfer"
      && file.sha256 === sha256
      && file.size === size;
    reading.must("E-MEAN-BLOB", isWritten, entry);
    const areAccepted = overruled.every((code) => reading.accepted.includes(code));
    reading.must("E-MEAN-BLOB", areAccepted, entry);
  },
  "dry-run-passed": (reading, entry) => {
    const { domainSha256, required, officers, entries, opened } = entry.data;
    const { domain, opening, seats } = reading;
    const isRight =
      domainSha256 === domain.sha256
      && required === opening.data.required
      && officers.join() === seats.map(officerOf).join()
      && officers.length >= required
      && entries >= 1
      && opened.length === entries
      && areDistinct(opened.map(({ tag }) => tag));
    reading.must("E-MEAN-DRY-RUN", isRight, entry, reading.seatChange);
  },
  "upload-began": (reading, entry) => {
    const made = reading.last("blob-made");
    reading.must("E-MEAN-UPLOADED", entry.data.sha256 === made?.data.sha256, entry, made?.seq);
  },
  "upload-ended": (reading, entry) => {
    const began = reading.last("upload-began");
    reading.must("E-MEAN-UPLOADED", began !== undefined, entry);
  },
  "backup-began": (reading, entry) => {
    const known = reading.last("backup-known");
    const isRight = entry.data.container === known?.data.container;
    reading.must("E-MEAN-RESTORED", isRight, entry, known?.seq);
    follows(reading, entry, "upload-ended");
  },
  "backup-ended": (reading, entry) => {
    const known = reading.last("backup-known");
    const isNew = entry.data.folder !== known?.data.folder;
    reading.must("E-MEAN-RESTORED", isNew, entry, known?.seq);
    follows(reading, entry, "backup-began");
  },
  "restore-waited": (reading, entry) => {
    follows(reading, entry, "backup-ended");
  },
  "restore-began": (reading, entry) => {
    isKnown(reading, entry);
    follows(reading, entry, "restore-waited");
  },
  "restore-ended": (reading, entry) => {
    isKnown(reading, entry);
    follows(reading, entry, "restore-began");
  },
  "backup-known": (reading, entry) => {
    const { keys, roles, list, unknown } = entry.data;
    const before = reading.earlier?.hsm;
    const isListed =
      keys.length > 0
      && areDistinct(keys.map(versionText))
      && areDistinct((roles ?? []).map(roleText))
      && (reading.isRehearsal || list !== undefined)
      && (list === undefined || before === undefined || list.hsm === before);
    const isUnlisted = keys.length === 0 && roles === undefined && list === undefined;
    reading.must("E-MEAN-KEYS", unknown === undefined ? isListed : isUnlisted, entry);
  },
  "recovery-compared": (reading, entry) => {
    const known = reading.last("backup-known");
    const isRight =
      known !== undefined && known.data.unknown === undefined && isCompared(known, entry.data);
    reading.must("E-MEAN-KEYS", isRight, entry, known?.seq);
  },
  "keys-compared": (reading, entry) => {
    const known = reading.last("backup-known");
    const compared = reading.inRun("recovery-compared");
    const expected = new Set((known?.data.keys ?? []).map(keyText));
    const { keys } = entry.data;
    const there = new Set(keys.map(keyText));
    const more = keys.filter((key) => !expected.has(keyText(key)));
    const isRight =
      known !== undefined
      && compared?.data.keysMissing.length === 0
      && [...expected].every((one) => there.has(one))
      && areDistinct(keys.map(versionText))
      && more.map(versionText).toSorted().join("\n")
        === compared.data.keysMore.map(versionText).toSorted().join("\n");
    reading.must("E-MEAN-KEYS", isRight, entry, known?.seq);
  },
  "keys-not-compared": (reading, entry) => {
    const known = reading.last("backup-known");
    reading.must("E-MEAN-KEYS", known?.data.unknown !== undefined, entry, known?.seq);
  },
  "keys-attested": (reading, entry) => {
    const { poolRoot, keys } = entry.data;
    const before = reading.last("keys-attested");
    const { poolRoot: known = "" } = before?.data ?? reading.earlier ?? {};
    const isRight =
      (known === "" || poolRoot === known)
      && keys.length > 0
      && areDistinct(keys.map(versionText))
      && areDistinct(keys.map(({ sha256 }) => sha256))
      && keys.every(
        ({ verdict, failed, publicSha256 }) =>
          areDistinct(failed)
          && (verdict === "attested") === (failed.length === 0)
          && (publicSha256 === "") === failed.includes("kind"),
      );
    reading.must("E-MEAN-POOL", isRight, entry, before?.seq);
  },
  "key-reader-removed": (reading, entry) => {
    const { readers } = reading;
    const isRight = readers.some(({ data }) => isReader(data, entry.data));
    reading.must("E-MEAN-READER", isRight, entry, readers.at(-1)?.seq);
  },
};

type Key = DataOf["keys-compared"]["keys"][number];
type Role = DataOf["recovery-compared"]["rolesMissing"][number];
const versionText = ({ name, version }: Pick<Key, "name" | "version">): string =>
  JSON.stringify([name, version]);
const keyText = ({ name, version, publicSha256 }: Key): string =>
  JSON.stringify([name, version, publicSha256]);
/** A role's name is only shown, not compared. */
const roleText = ({ principal, role, scope }: Role): string =>
  JSON.stringify([principal, role, scope]);

/** Versions of keys, and the names of roles by their texts. */
interface Expected {
  readonly keys: ReadonlySet<string>;
  readonly roles: ReadonlyMap<string, string>;
}
const expectations = new WeakMap<Typed<"backup-known">, Expected>();

/** What must come back; read once, however often it is compared. */
function expectedIn(known: Typed<"backup-known">): Expected {
  const { keys, roles = [] } = known.data;
  const expected = expectations.get(known) ?? {
    keys: new Set(keys.map(versionText)),
    roles: new Map(roles.map((role) => [roleText(role), role.roleName])),
  };
  expectations.set(known, expected);
  return expected;
}

/** Returned and missing ones together are what was expected; additional ones were not. */
function isCompared(known: Typed<"backup-known">, data: DataOf["recovery-compared"]): boolean {
  const { keys, roles } = expectedIn(known);
  const { keysBack, keysMissing, keysMore, rolesBack, rolesMissing, rolesMore } = data;
  const missing = new Set(keysMissing.map(versionText));
  return (
    missing.size === keysMissing.length
    && areDistinct(rolesMissing.map(roleText))
    && keysBack + keysMissing.length === keys.size
    && rolesBack + rolesMissing.length === roles.size
    && [...missing].every((one) => keys.has(one))
    && rolesMissing.every((role) => roles.get(roleText(role)) === role.roleName)
    // A key that came back with another public half is in both lists.
    && keysMore.map(versionText).every((one) => !keys.has(one) || missing.has(one))
    && !rolesMore.some((role) => roles.has(roleText(role)))
  );
}

/** Nothing granted only for the ceremony is left at its end. */
export function checkReader(reading: Reading, end: Typed): void {
  const { readers, aborted } = reading;
  const left = aborted === null ? readers.find(({ data }) => data.temporary) : undefined;
  reading.must("E-MEAN-READER", left === undefined, end, left?.seq);
}

function isKnown(reading: Reading, entry: Typed<"restore-began" | "restore-ended">): void {
  const known = reading.last("backup-known");
  reading.must("E-MEAN-RESTORED", entry.data.folder === known?.data.folder, entry, known?.seq);
}

function follows(reading: Reading, entry: Typed, before: Type): void {
  reading.must("E-MEAN-RESTORED", reading.last(before) !== undefined, entry);
}
