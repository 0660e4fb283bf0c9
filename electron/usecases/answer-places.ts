// Where the HSM's one answer is stored as it comes: two media, and the station's own disk. An error
// concerns only its own place.
import { isFault, type Fault } from "../../crypto/index.ts";
import type { FileOnMedium } from "../ceremony/ceremony.ts";
import { systemCode } from "../disk/refusal.ts";
import { openSpool, receiptsIn, spooled, spooledDigests } from "../disk/spool.ts";
import { openAnswer, type Medium } from "../media/media.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import { fault } from "./faults.ts";

/** Where an answer is stored: media, and a folder of the station's own disk until they have it. */
export interface Keeping {
  readonly media: readonly Medium[];
  readonly spool: string;
  /** If no record says what was received: a file of the own disk that does. */
  readonly receipts?: string;
}

/** One place. It remembers its error, and throws nothing. */
export interface Place {
  readonly where: Sentence;
  readonly broken: () => Fault | null;
  readonly write: (chunk: Uint8Array) => void;
  /** Where the complete answer is now; null on the station's disk, and if the place has failed. */
  readonly finish: (whole: Uint8Array) => FileOnMedium | null;
  /** Keeps what arrived as a part, never under the name. */
  readonly setAside: () => void;
}

/**
 * Opens all of them, before anything is sent.
 * @param spool a folder of the station's own disk
 * @throws Fault E-ANSWER-SPOOL, E-MEDIA-*
 */
export function openPlaces(
  media: readonly Medium[],
  spool: string,
  name: string,
): readonly Place[] {
  const places: Place[] = [];
  try {
    places.push(onDisk(spool, name));
    for (const [i, on] of media.entries()) places.push(onMedium(on, name, MEDIA_OF_AN_ANSWER[i]));
    return places;
  } catch (error) {
    for (const place of places) place.setAside();
    throw error;
  }
}

/** The complete answer that waits on the station's own disk, or null. @throws Fault E-ANSWER-SPOOL */
export const onOwnDisk = (spool: string, name: string): Uint8Array | null =>
  guarded(() => spooled(spool, name));

/**
 * SHA-256 (hex) of the answers of this name that this station received and stored, complete or in part.
 * @throws Fault E-ANSWER-SPOOL
 */
export const knownAnswers = (
  { spool, receipts }: Omit<Keeping, "media">,
  name: string,
): readonly string[] =>
  guarded(() => [
    ...spooledDigests(spool, name),
    ...(receipts === undefined ? [] : receiptsIn(receipts)),
  ]);

function onDisk(spool: string, name: string): Place {
  const file = guarded(() => openSpool(spool, name));
  return placeOf(sentence("usecases-faults.place.disk"), {
    write: (chunk) => guarded(() => file.write(chunk)),
    finish: (whole) => {
      guarded(() => file.finish(whole));
      return null;
    },
    abandon: () => guarded(() => file.abandon()),
  });
}

/** The two media, in order, in our words, because a label is input. */
const MEDIA_OF_AN_ANSWER = [
  sentence("usecases-faults.place.transfer"),
  sentence("usecases-faults.place.copy"),
] as const;

function onMedium(
  on: Medium,
  name: string,
  where: Sentence = sentence("usecases-faults.place.medium"),
): Place {
  const file = openAnswer(on, name);
  return placeOf(where, {
    write: file.write,
    finish: () => ({ medium: on.id, label: on.label, ...file.finish() }),
    abandon: file.abandon,
  });
}

interface OpenFile {
  readonly write: (chunk: Uint8Array) => void;
  readonly finish: (whole: Uint8Array) => FileOnMedium | null;
  readonly abandon: () => unknown;
}

function placeOf(where: Sentence, file: OpenFile): Place {
  let broken: Fault | null = null;
  const attempt = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!isFault(error)) throw error;
      broken ??= error;
      return null;
    }
  };
  return {
    where,
    broken: () => broken,
    write(chunk) {
      if (broken === null) attempt(() => file.write(chunk));
    },
    finish: (whole) => attempt(() => (broken === null ? file.finish(whole) : aside(file))),
    setAside: () => void attempt(file.abandon),
  };
}

/** What arrived before the place failed stays there as a part. */
function aside(file: OpenFile): null {
  file.abandon();
  return null;
}

/** The station's own disk, all of whose errors are one refusal. @throws Fault E-ANSWER-SPOOL */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw fault("E-ANSWER-SPOOL");
  }
}
