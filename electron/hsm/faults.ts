// Everything that can go wrong between a ceremony and an HSM, and how Azure's own words are shown.
import { faultTable, type Said, type Speaker } from "../../crypto/index.ts";

const askStatus = "Do not repeat it: ask the HSM for its status, which decides.";
const askAgain = "This changed nothing. Check the network and try again.";
const support =
  "Note what the HSM says and the time, and ask Microsoft about it before you continue.";

/** Makes a fault of this room. What Azure says of it is `said`, and never in the sentence. */
export const fault = faultTable({
  "E-HSM-BODY": [
    "The HSM's answer could not be understood.",
    "Keep what was received unchanged, and ask the HSM for its status.",
  ],
  "E-HSM-LIST": [
    "The list is longer than any of ours: it was stopped at page {pages}.",
    "Have whoever runs the network see what answers there. A list of the HSM never is that long.",
  ],
  "E-HSM-READING": [
    "Reading all of this has taken {minutes} minutes; no more is asked.",
    "Read again when Azure answers at its usual speed, or read one check at a time.",
  ],
  "E-HSM-FAILED": [
    "The HSM reports that the operation failed.",
    "Keep everything that was received until Microsoft confirms what happened.",
  ],
  "E-HSM-STATUS": ["The HSM answered with the unexpected HTTP status {status}.", support],
  "E-HSM-AUTH": [
    "The sign-in was not accepted{why}.",
    "Sign in again with the role that this step needs, and continue. What was saved stays saved.",
  ],
  "E-AUTH-DECLINED": [
    "The sign-in was declined{why}.",
    "Sign in again and allow it, or let another administrator sign in.",
  ],
  "E-AUTH-LATE": [
    "The code was not used in time.",
    "Repeat the step: a new code is shown. Nothing was changed.",
  ],
  "E-AUTH-CANCELLED": [
    "The sign-in was cancelled here.",
    "Repeat the step when someone is ready to sign in. Nothing was changed.",
  ],
  "E-AUTH-TENANT": [
    "The account or application that signed in is not known in this tenant{why}.",
    "Sign in with an account of the site file's tenant, or correct the file.",
  ],
  "E-HSM-ACTIVATED": [
    "The HSM is already active, or being activated; this changed nothing.",
    "Read the activation state. An active HSM accepts no other domain; "
      + "another download is possible as an officer replacement.",
  ],
  "E-HSM-NONE": [
    "The HSM knows of no such operation, role or setting.",
    "It never existed, or the HSM no longer reports it: read the activation state.",
  ],
  "E-HSM-ROLE-EXISTS": [
    "The HSM already has a role assignment with this name or content.",
    "List the role assignments, and check whether it is the one you wanted.",
  ],
  "E-HSM-CONFLICT": [
    "The HSM refused this upload because another one is running or done.",
    "Do not send it again. Ask for the status: it shows how the first one ends.",
  ],
  "E-CLOCK": [
    "This machine's clock says {ours}, but {other}.",
    "Compare this machine's clock with another one. If it is wrong, correct it, sign in again and continue; what was "
      + "saved stays saved. If it is right, something may be intercepting the connection: stop, and trust nothing new.",
  ],
  "E-HSM-BUSY": ["The HSM asks you to wait {seconds} seconds.", "Wait, then try again."],
  "E-HSM-SERVER": [
    "The HSM reports an internal error, HTTP status {status}.",
    "Wait a little, then try again.",
  ],
  "E-HSM-REDIRECT": [
    "The answer redirects to another address; it was not followed.",
    "Check the HSM's address, and whether a proxy or a sign-in page is in between.",
  ],
  "E-HSM-TLS": [
    "The server's certificate was not accepted{ended}.",
    "Something may be intercepting the connection. Connect without it; trust nothing new. If this "
      + "machine's clock is wrong, correct it.",
  ],
  "E-HSM-CHALLENGE": [
    "The server did not ask for sign-in as this HSM does.",
    "No token was sent to it. Check the HSM's address, and whether something is in between.",
  ],
  "E-HSM-TENANT": [
    "The HSM belongs to another tenant than the sign-in.",
    "No token was sent. Check the tenant ID and the HSM's address.",
  ],
  "E-HSM-SITE": [
    "In the HSM's settings, {what} is missing or invalid.",
    "See sd help hsm: each setting is a flag or a field of the site file.",
  ],
  "E-HSM-PLAN": [
    "The plan of roles is not valid.",
    'It must be a JSON list of {"role","principal","scope"}: see sd help hsm.',
  ],
  "E-SAS-FILE": [
    "The file with the SAS token cannot be read.",
    "Put only the token into a file on this machine, and choose that file.",
  ],
  "E-SAS-FORM": [
    "The file does not contain just the SAS token of a storage container.",
    "It is what az storage container generate-sas prints: one line with se, sp, sv, sr and sig.",
  ],
  "E-SAS-EARLY": [
    "The SAS token is not valid yet.",
    "Check this machine's clock, or get a token that is valid now.",
  ],
  "E-SAS-EXPIRED": [
    "The SAS token has expired.",
    "Get a new one that is valid for some hours, and replace the old one with it.",
  ],
  "E-SAS-RIGHTS": [
    "The SAS token {what}.",
    "Get one for the container with the rights crdw, and replace this one with it.",
  ],
  "E-KEYS-LIST": [
    "The key list is incomplete or invalid.",
    "Choose the unchanged file that sd hsm keys wrote when the backup was made.",
  ],
  "E-KEYS-NONE": [
    "The HSM has no keys: with an empty list, every recovery would look complete.",
    "Check that it is the right HSM, and make the list once it has keys.",
  ],
  "E-KEYS-READER": [
    "The person signed in may not list keys; even an administrator may not.",
    "Give that person the role Managed HSM Crypto Auditor at /, and remove it afterwards.",
  ],
  "E-HSM-HOST": [
    "This address is not one the ceremony may connect to.",
    "Check the HSM's address in the ceremony's settings.",
  ],
  "E-HSM-SIZE": [
    "The answer is larger than {limit} bytes and was cut off there.",
    "Keep what was received. If something was being changed, ask the HSM for its status.",
  ],
  "E-HSM-SLOW": [
    "The complete answer did not arrive within {seconds} seconds.",
    "Keep what was received. If something was being changed, ask the HSM for its status.",
  ],
  "E-HSM-TIMEOUT": ["No answer came within {seconds} seconds.", askAgain],
  "E-HSM-NET": ["The HSM could not be reached.", askAgain],
  "E-HSM-UNKNOWN-OUTCOME": ["It is not known whether the HSM did it: {why}.", askStatus],
  "E-HSM-STILL-RUNNING": [
    "The HSM has not finished after {seconds} seconds.",
    "Nothing is lost. Leave it, and continue waiting later.",
  ],
});

/**
 * Text that came from outside, fit to be shown: printable ASCII, cut to `length` characters, and
 * without the signature of a SAS token, which the other side might say again.
 */
export const clean = (text: string, length: number): string =>
  text
    .replace(/\bsig(=|%3D)[^&\s"']*/gi, "sig=...")
    .slice(0, length)
    .replace(/[^\x20-\x7e]/g, "?");

const WORDS_MAX = 120;

/** Words of somebody else as data, fit to be shown; null where there are none. */
export const saidBy = (by: Speaker, text: string): Said | null =>
  text === "" ? null : { by, words: clean(text, WORDS_MAX) };
