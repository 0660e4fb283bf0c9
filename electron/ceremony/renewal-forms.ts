// The forms of files, and of entries where things are found and keys made anew.
import type { FileOnMedium } from "./events.ts";
import type { RenewalEvents } from "./renewal-events.ts";
import {
  count, digest, digestOrNone, like, listOf, officer, shape, text, type Check,
} from "./shape.ts";

export const files = listOf(
  shape<FileOnMedium>({
    medium: text,
    label: text,
    name: text,
    size: count,
    sha256: digest,
  }),
);

export const RENEWAL_FORMS: Readonly<Record<keyof RenewalEvents, Check>> = {
  "domain-retired": shape<RenewalEvents["domain-retired"]>({
    sha256: digest, file: text, media: listOf(text),
  }),
  "objects-destroyed": shape<RenewalEvents["objects-destroyed"]>({
    objects: listOf(shape<RenewalEvents["objects-destroyed"]["objects"][number]>({
      object: text, seal: text, how: text,
    })),
  }),
  "domain-found": shape<RenewalEvents["domain-found"]>({
    origin: text, sha256: digest, size: count, required: count, files,
    officers: listOf(shape<RenewalEvents["domain-found"]["officers"][number]>({
      officer, keyName: text, signingName: text, thumbprint: digest,
      signingThumbprint: digestOrNone,
    })),
    unchecked: listOf(like(/^(seals|people|newest-domain|signing-keys)$/)),
    unprotected: listOf(officer),
  }, ["unprotected"]),
};
