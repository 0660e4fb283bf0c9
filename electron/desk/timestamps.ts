// What may follow a close at the connected station: two authorities witness that the record exists now. Only its head
// is sent. Nothing waits for it, and a record without it is as good as before (docs/decisions/060).
import { join } from "node:path";
import {
  certificateDer,
  checkTimestamp,
  imprintIn,
  random,
  readAuthority,
  readRequest,
  untrustedTimestamp,
  writeRequest,
  type Authority,
} from "../../crypto/index.ts";
import { readLimited } from "../disk/read-plain.ts";
import type { StampsView } from "../bridge/stamps-view.ts";
import type { RequestOf } from "../bridge/contract.ts";
import {
  checkStamps,
  headImprint,
  placeOf,
  STAMPS_FOLDER,
  timesOf,
  type Stamped,
} from "../evidence/stamps.ts";
import type { TimestampAuthority } from "../hsm/site.ts";
import { verifyRecord } from "../journal/verify.ts";
import { evidenceFolder } from "../session/folders.ts";
import { keepStamp, stampFilesIn } from "../session/stamp-folder.ts";
import { sentence } from "../text/text.ts";
import { fault } from "./faults.ts";
import type { OpenCeremony } from "./open-ceremony.ts";
import type { DeskOptions } from "./options.ts";

const NONCE_BYTES = 8;
const CERTIFICATE_BYTES_MAX = 64 * 1024;

type Options = Pick<DeskOptions, "startReader" | "chooseStamps" | "save" | "clock">;

/** An authority that the site names, with its certificate as read. */
interface Known extends TimestampAuthority {
  readonly authority: Authority;
}

/** A closed ceremony's record, and the authorities of its site. */
class Stamping {
  readonly #folder: string;
  readonly #record: Uint8Array;
  readonly #entries: Stamped["entries"];
  readonly known: readonly Known[];

  constructor(record: Uint8Array, folder: string, authorities: readonly TimestampAuthority[]) {
    this.#record = record;
    this.#entries = verifyRecord(record).entries;
    this.#folder = folder;
    this.known = authorities.map((one) => ({ ...one, authority: authorityIn(one) }));
  }

  get #stamped(): Stamped {
    return { record: this.#record, entries: this.#entries, files: stampFilesIn(this.#folder) };
  }

  get #pinned(): readonly Authority[] {
    return this.known.map(({ authority }) => authority);
  }

  /** What is sent: the head, and a number by which the answer is known. */
  query(): Uint8Array {
    const { hash, imprint } = headImprint({ entries: this.#entries });
    return writeRequest(hash, imprint, random(NONCE_BYTES));
  }

  /**
   * Keeps an answer beside the record, if it verifies.
   * @param query what was sent, if it was from here
   * @throws Fault E-STAMP-*
   */
  add(answer: Uint8Array, query: Uint8Array | null): void {
    const stamped = this.#stamped;
    const asked = (query === null ? null : readRequest(query)) ?? {
      ...imprintIn(answer),
      nonce: null,
    };
    const refusal = untrustedTimestamp(checkTimestamp(answer, asked, this.#pinned));
    if (refusal !== null) throw refusal;
    const name = placeOf(stamped, answer);
    if (!stamped.files.has(name)) keepStamp(this.#folder, name, answer);
  }

  view(now: Date): StampsView {
    const times = timesOf(checkStamps(this.#stamped, this.#pinned, now), this.#entries.length);
    return {
      authorities: this.known.map(({ authority, url }) => {
        const found = times.find(({ witnessed }) => witnessed.authoritySha256 === authority.sha256);
        return {
          name: authority.name,
          host: url === null ? "" : new URL(url).host,
          latest: found === undefined ? "" : found.witnessed.latest.toISOString(),
          until: found === undefined ? "" : found.witnessed.until.toISOString().slice(0, 10),
        };
      }),
    };
  }
}

/** @throws Fault E-STAMP-SITE */
function authorityIn({ certificate }: TimestampAuthority): Authority {
  let read: Authority | null = null;
  try {
    const pem = readLimited(certificate, CERTIFICATE_BYTES_MAX);
    read = pem instanceof Uint8Array ? readAuthority(certificateDer(pem)) : null;
  } catch {
    // Missing, or no certificate.
  }
  if (read === null) throw fault("E-STAMP-SITE");
  return read;
}

/**
 * Shows what is witnessed, asks the authorities that have an address, saves the request, or takes answers.
 * @throws Fault E-DESK-STALE before the close or without authorities, E-STAMP-*; of several the first one, after all
 * others were asked
 */
export async function stamps(
  { act }: RequestOf<"stamps">,
  open: OpenCeremony,
  options: Options,
): Promise<StampsView> {
  const { closed, media, session } = open;
  const authorities = session.site?.timestamps ?? [];
  if (closed === null || authorities.length === 0) throw fault("E-DESK-STALE");
  const folder = join(evidenceFolder(media, session.ceremony), STAMPS_FOLDER);
  const stamping = new Stamping(closed, folder, authorities);
  if (act === "ask") await askAll(stamping, options);
  if (act === "request") {
    const kind = sentence("dialogs.stampRequest");
    await options.save({ name: "head.tsq", kind, bytes: stamping.query() });
  }
  if (act === "take") {
    const answers = (await options.chooseStamps()) ?? [];
    for (const { bytes } of answers) stamping.add(bytes, null);
  }
  return stamping.view(options.clock());
}

async function askAll(stamping: Stamping, { startReader }: Options): Promise<void> {
  const reader = await startReader();
  try {
    const asked = await Promise.allSettled(
      stamping.known.flatMap(({ url }) => {
        const query = stamping.query();
        return url === null
          ? []
          : [reader.stamp({ url, query }).then((answer) => ({ answer, query }))];
      }),
    );
    const failed: unknown[] = [];
    for (const one of asked)
      try {
        if (one.status === "rejected") throw one.reason;
        stamping.add(new Uint8Array(one.value.answer), one.value.query);
      } catch (error) {
        failed.push(error);
      }
    if (failed.length > 0) throw failed[0];
  } finally {
    await reader.end();
  }
}
