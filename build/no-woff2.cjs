// Stands in for the decompressor of WOFF2 typefaces, which is larger than all else that makes a
// PDF: ours are TrueType, and fontkit asks for it only to read the other kind.
module.exports = () => {
  throw new Error("No typeface of ours is compressed.");
};
