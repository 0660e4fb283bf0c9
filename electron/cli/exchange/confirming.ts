// The flags that confirm an exchange key, or use it unconfirmed; separate, as every start loads it.
import type { FlagTexts } from "../shared/command.ts";

export const NAME = "--hsm-name";
export const SHA256 = "--exchange-sha256";
export const WORDS = "--exchange-words";
export const UNVERIFIED = "--exchange-unverified";

const BY_DIGEST: FlagTexts = {
  [`[${SHA256} HEX ...]`]:
    "SHA-256 of the exchange key's certificate (DER), as the connected side read it.",
  [`[${WORDS} WORD ...]`]: "The same as 32 words, as the connected side read them.",
};

/** What each is for. */
export const CONFIRMING: FlagTexts = {
  [`[${NAME} NAME]`]: "The new HSM: confirms a key that is attested and has its name.",
  ...BY_DIGEST,
  [`[${UNVERIFIED}]`]: "Writes a blob for a key that nobody compared, with a loud notice.",
};

/** The same for sending a blob. */
export const CONFIRMING_SENT: FlagTexts = {
  ...BY_DIGEST,
  [`[${UNVERIFIED}]`]: "Sends a blob whose key nobody compared, with a loud notice.",
};
