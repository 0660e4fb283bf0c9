// The other end of `remote-reader.ts`: reads Azure for proofs, signed in as for ceremonies, or a
// rehearsal's subscription.
import { setTimeout } from "node:timers/promises";
import type {
  ReaderAddress,
  ReaderMethods,
  SubscriptionAddress,
  WaitNews,
} from "../remote-reader.ts";
import type { SignedIn, SignInNews } from "../signed-in.ts";
import { fault } from "../faults.ts";
import { CLOUDS } from "../site.ts";
import { azureReader, type AzureReader } from "./azure-reader.ts";
import { holderOf } from "./claims.ts";
import { accessTo } from "./connection-to.ts";
import { News } from "./news.ts";
import { askTimestamp } from "./timestamp.ts";

interface Served {
  readonly reader: AzureReader;
  readonly signIn: () => Promise<SignedIn>;
  /** Null if nobody signs in. */
  readonly desk: {
    readonly news: (seen: number) => Promise<SignInNews>;
    readonly cancel: () => void;
  } | null;
}

/** The methods over what `connect` names. */
export function readerMethods(): ReaderMethods {
  const waits = new Waits();
  let served: Served | null = null;
  const station = (): Served => {
    if (served === null) throw fault("E-HSM-NO-CONNECTION");
    return served;
  };
  return {
    connect: async ({ of, hsms }) => {
      served =
        "site" in of ? await siteReader(of.site, hsms, waits) : rehearsalReader(of, hsms, waits);
      return null;
    },
    signIn: async () => {
      // The sign-in comes first; the reading's time is counted from there.
      const as = await station().signIn();
      station().reader.begin();
      return as;
    },
    read: async (question) => station().reader.read(question),
    stamp: ({ url, query }) => askTimestamp(url, query),
    waitNews: async (seen) => waits.news(seen),
    signInNews: async (seen) => station().desk?.news(seen) ?? new Promise<never>(() => undefined),
    cancelSignIn: async () => {
      station().desk?.cancel();
      return null;
    },
  };
}

/** How long Azure asks to wait, during the wait. */
class Waits {
  readonly #news = new News<number | null>(null);

  readonly wait = async (seconds: number): Promise<void> => {
    this.#news.tell(seconds);
    await setTimeout(seconds * 1000);
    this.#news.tell(null);
  };

  /** Resolves when there is something newer than `seen`. */
  async news(seen: number): Promise<WaitNews> {
    const { revision, state } = await this.#news.after(seen);
    return { revision, seconds: state };
  }
}

type SiteOf = Extract<ReaderAddress["of"], { readonly site: unknown }>["site"];

async function siteReader(site: SiteOf, hsms: readonly string[], { wait }: Waits): Promise<Served> {
  const { desk, caPem } = await accessTo(site);
  const { arm, hsm: domain } = site.cloud;
  const { credential } = desk;
  return {
    reader: azureReader({ arm, domain, hsms, credential, caPem, wait }),
    signIn: () => desk.signIn(),
    desk,
  };
}

const PUBLIC = CLOUDS.get("public") ?? { arm: "", hsm: "" };
const HOUR_MS = 3_600_000;

function rehearsalReader(
  { subscription }: { readonly subscription: SubscriptionAddress },
  hsms: readonly string[],
  { wait }: Waits,
): Served {
  const { host, port, ca, token } = subscription;
  const credential = {
    getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + HOUR_MS }),
  };
  const { arm, hsm: domain } = PUBLIC;
  const via = { host, port };
  return {
    reader: azureReader({ arm, domain, hsms, credential, caPem: ca, via, wait }),
    signIn: async () => holderOf("rehearsal", token),
    desk: null,
  };
}
