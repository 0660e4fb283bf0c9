// What is burnt into the packaged program: it is this app and no Node, whatever it is started with.

/**
 * electron-builder's names. On Linux the check of the archive's hashes does nothing yet in
 * Electron 33 (a changed archive starts): a package must be signed as a whole.
 */
export const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};
