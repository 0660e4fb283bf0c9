// How pdfkit is bundled, in a file of its own: tests that load our sources without the bundler need it.

/**
 * pdfkit as it is made for browsers: it reads no file, and compresses by JavaScript, where node's
 * zlib and Electron's could differ.
 */
export const PDFKIT = "./node_modules/pdfkit/js/pdfkit.browser.mjs";

/**
 * The decompressor of WOFF2 typefaces is larger than all else that makes a PDF; fontkit asks for it
 * only to read these, and ours are TrueType.
 */
export const noWoff2 = {
  name: "no-woff2",
  setup: (/** @type {import("esbuild").PluginBuild} */ { onLoad }) => {
    const contents = 'module.exports = () => { throw new Error("There is no WOFF2 here."); };';
    onLoad({ filter: /[/\\]node_modules[/\\]brotli[/\\]decompress\.js$/ }, () => ({ contents }));
  },
};
