// What "Show me" shows of a ceremony: a dozen moments, each with a sentence of what and one of why.
import type { CeremonyName, WindowView } from "../../electron/bridge/view.ts";

type ShownCeremony = Extract<CeremonyName, "activation" | "recovery">;
const BOTH = ["activation", "recovery"] as const;

interface Row {
  readonly in: readonly ShownCeremony[];
  /** The part of the window that it is about, by its landmark; all of it if none. */
  readonly part: "main" | "nav" | "aside" | "footer" | null;
  readonly is: (view: WindowView) => boolean;
}

const kind = ({ ceremony }: WindowView): string => ceremony?.step?.action.kind ?? "";
const isPerformed = ({ ceremony }: WindowView): boolean => ceremony?.isPerformed === true;
const isBefore = (view: WindowView): boolean =>
  view.activity.kind === "idle"
  && view.refusal === null
  && view.resumption === null
  && !isPerformed(view);

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
  made: {
    in: ["activation"],
    part: "main",
    is: (view) => kind(view) === "make-key" && isPerformed(view),
  },
  hear: {
    in: BOTH,
    part: "main",
    is: ({ activity }) =>
      activity.kind === "hearing" && activity.phase === "pick" && activity.lines.length > 1,
  },
  carry: { in: BOTH, part: "main", is: (view) => kind(view) === "hand-over" && isBefore(view) },
  activate: {
    in: ["activation"],
    part: "main",
    is: (view) => kind(view) === "download-domain" && isBefore(view),
  },
  wait: {
    in: ["activation"],
    part: "main",
    is: ({ activity }) => activity.kind === "working" && activity.waiting !== null,
  },
  blob: {
    in: ["recovery"],
    part: "main",
    is: (view) => kind(view) === "make-restore-blob" && isPerformed(view),
  },
  upload: {
    in: ["recovery"],
    part: "main",
    is: (view) => kind(view) === "upload-blob" && isBefore(view),
  },
  found: {
    in: ["recovery"],
    part: "main",
    is: (view) => kind(view) === "compare-keys" && isPerformed(view),
  },
  prove: {
    in: ["activation"],
    part: "main",
    is: (view) => kind(view) === "prove-quorum" && isPerformed(view),
  },
  custody: {
    in: BOTH,
    part: "main",
    is: (view) => kind(view) === "record-custody" && isBefore(view),
  },
  close: { in: BOTH, part: "aside", is: (view) => kind(view) === "close" && isBefore(view) },
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
