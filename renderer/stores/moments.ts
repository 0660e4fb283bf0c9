// What "Show me" shows of a ceremony: a dozen moments, each with a sentence of what and one of why.
import type { CeremonyName, WindowView } from "../../electron/bridge/view.ts";
import type { LedgerLine } from "../text/ledger.ts";

type Traits = NonNullable<NonNullable<WindowView["ceremony"]>["traits"]>;

type ShownCeremony = Extract<CeremonyName, "activation" | "recovery">;
const BOTH = ["activation", "recovery"] as const;

interface Row {
  readonly in: readonly ShownCeremony[];
  /** The part of the window that it is about, by its landmark; all of it if none. */
  readonly part: "main" | "nav" | "aside" | "footer" | null;
  readonly is: (view: WindowView) => boolean;
}

const kind = ({ ceremony }: WindowView): string => ceremony?.step?.action.kind ?? "";
const traits = ({ ceremony }: WindowView): Partial<Traits> => ceremony?.traits ?? {};
const has = ({ ceremony }: WindowView, type: LedgerLine["type"]): boolean =>
  ceremony?.ledger.some((line) => line.type === type) === true;
const isPerformed = ({ ceremony }: WindowView): boolean => ceremony?.isPerformed === true;
const isBefore = (view: WindowView): boolean =>
  view.activity.kind === "idle"
  && view.refusal === null
  && view.resumption === null
  && !isPerformed(view);
/** The step that wrote this for the first time is performed, and not yet confirmed. */
const wrote = (view: WindowView, type: LedgerLine["type"]): boolean =>
  isPerformed(view) && has(view, type);

/** In the order of the first ceremony; a ceremony shows them in its own. Texts: show.NAME.what, why. */
const MOMENTS = {
  open: { in: BOTH, part: "main", is: (view) => kind(view) === "open" && isBefore(view) },
  backup: {
    in: ["recovery"],
    part: "main",
    is: (view) => kind(view) === "know-backup" && isBefore(view),
  },
  call: { in: BOTH, part: null, is: ({ activity }) => activity.kind === "calling" },
  type: { in: BOTH, part: null, is: ({ activity }) => activity.kind === "typing" },
  made: { in: ["activation"], part: "main", is: (view) => wrote(view, "key-made") },
  hear: {
    in: BOTH,
    part: "main",
    is: ({ activity }) =>
      activity.kind === "hearing" && activity.phase === "pick" && activity.lines.length > 1,
  },
  carry: { in: BOTH, part: "main", is: (view) => traits(view).carries === "out" && isBefore(view) },
  activate: {
    in: ["activation"],
    part: "main",
    // The HSM was asked once before, for its state alone.
    is: (view) => traits(view).asksHsm === true && has(view, "activation-read") && isBefore(view),
  },
  wait: {
    in: ["activation"],
    part: "main",
    is: ({ activity }) => activity.kind === "working" && activity.waiting !== null,
  },
  blob: { in: ["recovery"], part: "main", is: (view) => wrote(view, "blob-made") },
  upload: {
    in: ["recovery"],
    part: "main",
    is: (view) => traits(view).asksHsm === true && has(view, "blob-made") && isBefore(view),
  },
  found: { in: ["recovery"], part: "main", is: (view) => wrote(view, "keys-compared") },
  prove: { in: ["activation"], part: "main", is: (view) => wrote(view, "quorum-proven") },
  custody: {
    in: BOTH,
    part: "main",
    is: (view) => traits(view).takesCustody === true && isBefore(view),
  },
  close: {
    in: BOTH,
    part: "aside",
    is: (view) => traits(view).signs === "record" && isBefore(view),
  },
  end: { in: BOTH, part: null, is: ({ ceremony }) => ceremony?.closed === true },
} as const satisfies Readonly<Record<string, Row>>;

export type MomentName = keyof typeof MOMENTS;

const ROWS = Object.entries(MOMENTS) as readonly [MomentName, Row][];

/** The moments of a ceremony. */
export const momentsIn = (ceremony: CeremonyName): readonly MomentName[] =>
  ROWS.flatMap(([name, row]) => (row.in.some((one) => one === ceremony) ? [name] : []));

/** The moments that this view is, none of which was before. */
export const momentsOf = (view: WindowView, before: readonly MomentName[]): readonly MomentName[] =>
  ROWS.flatMap(([name, row]) =>
    row.in.some((one) => one === view.open) && !before.includes(name) && row.is(view) ? [name] : [],
  );

/** What a moment is about. */
export const partOf = (moment: MomentName): Row["part"] => MOMENTS[moment].part;

/** To look at the picture, and for each word of the caption: no picture is there for less. */
const LOOK_MS = 5000;
const WORD_MS = 280;

/** How long a moment is shown at its own pace, in ms. */
export const readingMs = (caption: string): number =>
  LOOK_MS + WORD_MS * caption.split(/\s+/).length;
