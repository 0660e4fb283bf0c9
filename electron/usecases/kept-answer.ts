// A download's answer, stored before it is parsed: streamed to two media and the station's own
// disk, fsynced, read back, hashed. A ceremony's step and the command line both use this.
import { concat, isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import type { FileOnMedium } from "../ceremony/ceremony.ts";
import { dropSpool, keepReceipt } from "../disk/spool.ts";
import type { Hsm, OfficerCertificate } from "../hsm/hsm.ts";
import { readAnswer, UnreadFault } from "../hsm/download.ts";
import { listFiles, wouldStop, type Medium } from "../media/media.ts";
import { and, list, sentence } from "../text/sentence.ts";
import { onOwnDisk, openPlaces, type Keeping, type Place } from "./answer-places.ts";
import { fault } from "./faults.ts";
import { keepOnce, load } from "./turn.ts";

/** What is requested, and the name of the stored answer. */
export interface DownloadAsked {
  readonly certificates: readonly OfficerCertificate[];
  readonly required: number;
  readonly name: string;
  /** The id of the request in Azure's log; none without a record of it. */
  readonly id?: string;
}

/**
 * Sends the irreversible call, and stores its answer everywhere as it comes. A place that fails
 * does not affect the others. An interrupted answer is set aside, and never offered as one.
 * @param received is called when everything has arrived, before it is read back
 * @returns where it is; all have the same SHA-256
 * @throws Fault E-ANSWER-SPOOL, E-MEDIA-* before anything is sent; then E-HSM-*, E-ANSWER-CUT,
 * E-MEDIA-SIZE, and if it came complete, E-ANSWER-KEPT (some places have it) or E-ANSWER-NOWHERE
 */
export async function receiveAnswer(
  hsm: Hsm,
  { certificates, required, name, id }: DownloadAsked,
  keeping: Keeping,
  received: () => void,
): Promise<readonly FileOnMedium[]> {
  const places = openPlaces(keeping.media, keeping.spool, name);
  const arrived: Uint8Array[] = [];
  const sink = {
    write: (chunk: Uint8Array) => {
      arrived.push(chunk.slice());
      for (const place of places) place.write(chunk);
      const tooLarge = places.find((place) => place.broken()?.code === "E-MEDIA-SIZE")?.broken();
      if (tooLarge) throw tooLarge;
    },
  };
  try {
    const { complete } = await hsm.download(certificates, required, sink, id);
    if (!complete || arrived.length === 0) throw fault("E-ANSWER-CUT");
  } catch (error) {
    for (const place of places) place.setAside();
    throw error;
  }
  received();
  const whole = concat(...arrived);
  const kept = places.map((place) => place.finish(whole));
  checkEverywhere(places);
  forget(keeping, name, whole);
  return kept.filter((file) => file !== null);
}

/** @throws Fault E-ANSWER-KEPT, E-ANSWER-NOWHERE */
function checkEverywhere(places: readonly Place[]): void {
  const broken = places.flatMap((place) => {
    const why = place.broken();
    return why === null ? [] : [{ place, why }];
  });
  if (broken.length === 0) return;
  const whole = places.filter((place) => place.broken() === null).map(({ where }) => where);
  const failed = list(
    broken.map(({ place, why }) =>
      sentence("usecases-faults.failedPlace", { place: place.where, code: why.code }),
    ),
  );
  throw whole.length === 0
    ? fault("E-ANSWER-NOWHERE", { failed })
    : fault("E-ANSWER-KEPT", { whole: and(whole), failed });
}

/**
 * It is on media. A disk that keeps its copy does no harm, nor does one that accepts no receipt:
 * the search of the media then knows the answer only by its name.
 */
function forget({ spool, receipts }: Keeping, name: string, whole: Uint8Array): void {
  try {
    if (receipts !== undefined && wouldStop(whole)) keepReceipt(receipts, sha256Hex(whole));
    dropSpool(spool, name);
  } catch (error) {
    if (isFault(error)) throw error;
  }
}

/**
 * After a crash or a failed medium: an answer under its final name was complete, on whichever
 * medium or on the station's own disk; the others get their copies. Null if there is none.
 * @throws Fault E-MEDIA-*, E-ANSWER-SPOOL
 */
export function answerKept(keeping: Keeping, name: string): readonly FileOnMedium[] | null {
  const { media, spool } = keeping;
  const whole = media.find((on) => listFiles(on).includes(name));
  const bytes = whole === undefined ? onOwnDisk(spool, name) : load(whole, name);
  if (bytes === null) return null;
  const files = putOn(media, name, bytes);
  forget(keeping, name, bytes);
  return files;
}

/**
 * Writes the same bytes to every medium; existing ones count as written. A medium that fails does
 * not affect the others: the first error is thrown afterwards.
 * @throws Fault E-MEDIA-*
 */
export function putOn(
  media: readonly Medium[],
  name: string,
  bytes: Uint8Array,
): readonly FileOnMedium[] {
  const put = media.map((on): FileOnMedium | Error => {
    try {
      return keepOnce(on, name, bytes, listFiles(on));
    } catch (error) {
      if (!isFault(error)) throw error;
      return error;
    }
  });
  return put.map((one) => {
    if (one instanceof Error) throw one;
    return one;
  });
}

/**
 * The security domain in the answer with this SHA-256; null if no medium has that answer.
 * @throws Fault E-ANSWER if it cannot be parsed; it stays where it is
 */
export function domainKept(
  media: readonly Medium[],
  name: string,
  sha256: string | undefined,
): Uint8Array | null {
  const answer = media.map((on) => load(on, name)).find((bytes) => sha256Hex(bytes) === sha256);
  if (answer === undefined) return null;
  try {
    return utf8(readAnswer(answer));
  } catch (error) {
    if (!(error instanceof UnreadFault)) throw error;
    throw fault("E-ANSWER", { what: error.what });
  }
}
