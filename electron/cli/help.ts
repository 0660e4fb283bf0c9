// What `sd help` prints: for a tired operator, the commands in the order of need.
import type { Outcome } from "./outcome.ts";

const HELP = `sd - the security domain of an Azure Managed HSM, from the command line

  sd restore-blob --sd-file FILE --sd-exchange-key FILE
                  --sd-wrapping-keys A.key B.key --sd-file-restore-blob OUT
                  [--passphrase-file FILE] [--accept CODE ...]
      Makes the restore blob for a recovery, on an offline machine, as
      az keyvault security-domain restore-blob does. NAME.cer lies beside each NAME.key.
      Passphrases are asked for, or line 1 of the file is for key 1, and so on.
      --accept goes on in spite of a refusal that is not about cryptography.

  sd verify RECORD-OR-FOLDER [--head WORDS-OR-HEX] [--officer WORDS ...]
      Checks a ceremony's record: chain, signatures, close. With --head: that its end is the
      one read aloud. With --officer: that its signers are the ones you name.

  sd rehearse activation|recovery|SCRIPT --media DIR --out DIR
              [--bits 2048|3072|4096] [--passphrase-file FILE]
      Plays a ceremony with simulated people against a built-in HSM. The same command again
      goes on where it stopped. Everything is marked REHEARSAL.

  sd rehearsal-hsm --dir DIR [--store DIR] [--port N] [--name NAME] [--pending SECONDS]
      Serves the built-in HSM alone, until it is told to stop.

  sd help | sd version

Exit codes: 0 done, 1 refused, 2 wrong use. Errors begin with their code.
`;

export const help = (): Outcome => ({ text: HELP, data: { help: HELP } });
