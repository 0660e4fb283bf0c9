// A download's answer, kept before it is understood: streamed to two media, fsynced, read back,
// hashed. A ceremony's step and the command line both go through here.
import { isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import type { FileOnMedium } from "../ceremony/ceremony.ts";
import type { Hsm, OfficerCertificate } from "../hsm/hsm.ts";
import { readAnswer } from "../hsm/download.ts";
import { listFiles, openAnswer, type AnswerFile, type Medium } from "../media/media.ts";
import { fault } from "./faults.ts";
import { keepOnce, load } from "./turn.ts";

/** What is asked for, and under which name its answer is kept. */
export interface DownloadAsked {
  readonly certificates: readonly OfficerCertificate[];
  readonly required: number;
  readonly name: string;
}

/**
 * Sends the one call that cannot be taken back, and keeps its answer on every medium as it comes.
 * What breaks off is set aside, and never offered as an answer.
 * @param received is told when all has come, before it is read back
 * @returns where it lies; all have the same SHA-256
 * @throws Fault E-HSM-*, E-MEDIA-*, E-ANSWER-CUT
 */
export async function receiveAnswer(
  hsm: Hsm,
  { certificates, required, name }: DownloadAsked,
  media: readonly Medium[],
  received: () => void,
): Promise<readonly FileOnMedium[]> {
  const files = media.map((on) => ({ on, file: openAnswer(on, name) }));
  const sink = {
    write: (chunk: Uint8Array) => {
      for (const { file } of files) file.write(chunk);
    },
  };
  try {
    const { complete } = await hsm.download(certificates, required, sink);
    if (!complete) throw fault("E-ANSWER-CUT");
  } catch (error) {
    for (const { file } of files) setAside(file);
    throw error;
  }
  received();
  return finishAll(files);
}

interface Arrived {
  readonly on: Medium;
  readonly file: AnswerFile;
}

/** A medium that fails must not keep the others from their names: what failed is thrown after. */
function finishAll(files: readonly Arrived[]): readonly FileOnMedium[] {
  const ended = files.map(({ on, file }): FileOnMedium | Error => {
    try {
      return { medium: on.id, label: on.label, ...file.finish() };
    } catch (error) {
      if (!isFault(error)) throw error;
      return error;
    }
  });
  return ended.map((one) => {
    if (one instanceof Error) throw one;
    return one;
  });
}

/**
 * A medium that fails now too must not hide what failed first, nor keep the other from its part.
 */
function setAside(file: AnswerFile): void {
  try {
    file.abandon();
  } catch (error) {
    if (!isFault(error)) throw error;
  }
}

/**
 * After a crash: an answer under its final name was whole, on whichever medium it lies; the others
 * get their copies. Null where there is none. @throws Fault E-MEDIA-*
 */
export function answerKept(media: readonly Medium[], name: string): readonly FileOnMedium[] | null {
  const whole = media.find((on) => listFiles(on).includes(name));
  if (whole === undefined) return null;
  return putOn(media, name, load(whole, name));
}

/** The same bytes on every medium; where they stand already they count as written. */
export const putOn = (
  media: readonly Medium[],
  name: string,
  bytes: Uint8Array,
): readonly FileOnMedium[] => media.map((on) => keepOnce(on, name, bytes, listFiles(on)));

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
