// The windows' files, named when they are bundled: build/bundle.mjs puts them in place of this.

/** Each file's name with its SHA-256, in hex. */
export const PAGE_FILES: Readonly<Record<string, string>> = {};
