// The windows' files, named when they are bundled: build/bundle/bundle.mjs replaces this file.

/** Each file's name with its SHA-256, in hex. */
export const PAGE_FILES: Readonly<Record<string, string>> = {};
