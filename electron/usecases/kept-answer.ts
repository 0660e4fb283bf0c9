// A download's answer, kept before it is understood: streamed to two media and the station's own
// disk, fsynced, read back, hashed. A ceremony's step and the command line both go through here.
import { concat, isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import type { FileOnMedium } from "../ceremony/ceremony.ts";
import { dropSpool, keepReceipt } from "../disk/spool.ts";
import type { Hsm, OfficerCertificate } from "../hsm/hsm.ts";
import { readAnswer } from "../hsm/download.ts";
import { listFiles, wouldStop, type Medium } from "../media/media.ts";
import { and, list, sentence } from "../text/sentence.ts";
import { onOwnDisk, openPlaces, type Keeping, type Place } from "./answer-places.ts";
import { fault } from "./faults.ts";
import { keepOnce, load } from "./turn.ts";

/** What is asked for, and under which name its answer is kept. */
export interface DownloadAsked {
  readonly certificates: readonly OfficerCertificate[];
  readonly required: number;
  readonly name: string;
  /** By which Azure's log names the request; none where no record tells of it. */
  readonly id?: string;
}

/**
 * Sends the one call that cannot be taken back, and keeps its answer everywhere as it comes. A
 * place that fails costs the others nothing. What breaks off is set aside, and never offered as an
 * answer.
 * @param received is told when all has come, before it is read back
 * @returns where it lies; all have the same SHA-256
 * @throws Fault E-ANSWER-SPOOL, E-MEDIA-* before anything is sent; then E-HSM-*, E-ANSWER-CUT,
 *   E-MEDIA-SIZE, and where it came whole, E-ANSWER-KEPT (some places have it) or E-ANSWER-NOWHERE
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
 * Media hold it. A disk that does not let go of its copy costs nothing, nor does one that takes no
 * receipt: the search of the media then knows the answer by its name alone.
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
 * After a crash or a failed medium: an answer under its final name was whole, on whichever medium
 * it lies or on the station's own disk; the others get their copies. Null where there is none.
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
 * The same bytes on every medium; where they stand already they count as written. A medium that
 * fails keeps no other from its copy: what failed first is thrown after.
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
 * The security domain in the answer that has this SHA-256; null where no medium has that answer.
 * @throws Fault E-ANSWER when it cannot be understood; it stays where it lies
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
  } catch {
    throw fault("E-ANSWER");
  }
}
