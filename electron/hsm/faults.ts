// Everything that can go wrong between a ceremony and an HSM, and how Azure's own words are shown.
import { faultTable } from "../../crypto/index.ts";

const askStatus = "Do not repeat it: ask the HSM for its status, which decides.";
const askAgain = "Nothing was changed by this. Check the network and ask again.";
const support = "Note what the HSM says and the time, and check it with Microsoft before going on.";

/** Makes a fault of this room. `{own}` is Azure's own sentence, cleaned, or nothing. */
export const fault = faultTable({
  "E-HSM-BODY": ["The HSM's answer could not be understood.",
    "Keep what was received as it came, and ask the HSM for its status."],
  "E-HSM-FAILED": ["The HSM reports that the operation failed.{own}",
    "Keep everything that was received until Microsoft confirms what happened."],
  "E-HSM-STATUS": ["The HSM answered with HTTP status {status}, which is not expected here.{own}",
    support],
  "E-HSM-AUTH": ["The sign-in was not accepted{why}.{own}",
    "Sign in again with the role that this step needs, and go on; what was saved stays saved."],
  "E-AUTH-DECLINED": ["The sign-in was declined where it was asked for{why}.",
    "Sign in again and allow it, or let another administrator sign in."],
  "E-AUTH-LATE": ["The code was not used in time.",
    "Repeat the step: a new code is shown. Nothing was changed."],
  "E-AUTH-CANCELLED": ["The sign-in was cancelled here.",
    "Repeat the step when somebody is ready to sign in. Nothing was changed."],
  "E-AUTH-TENANT": ["Who signed in, or the application, is not known in this tenant{why}.",
    "Sign in with an account of the site file's tenant, or correct the file."],
  "E-HSM-ACTIVATED": ["The HSM is already active, or becoming so; this changed nothing.{own}",
    "Read the activation state. An active HSM takes no other domain; "
    + "another download is possible as an officer replacement."],
  "E-HSM-NONE": ["The HSM knows of no such operation, role or setting.{own}",
    "It never was, or the HSM no longer tells of it: read the activation state."],
  "E-HSM-ROLE-EXISTS": ["The HSM has a role assignment of this name or content already.{own}",
    "Ask for the role assignments, and see whether it is the one that was wanted."],
  "E-HSM-CONFLICT": [
    "The HSM refused this upload, but one is on its way or done: it came twice.{own}",
    "Do not send it again. Ask for the status: it tells how the first one ends."],
  "E-CLOCK": ["This machine's clock says {ours}, and Azure's {azures}.",
    "Set this machine's clock right, then sign in again and go on; what was saved stays saved."],
  "E-HSM-BUSY": ["The HSM asks to wait {seconds} seconds.{own}", "Wait, then ask again."],
  "E-HSM-SERVER": ["The HSM has trouble of its own, HTTP status {status}.{own}",
    "Wait a little, then ask again."],
  "E-HSM-REDIRECT": ["The answer points to another address; it was not followed.",
    "Check the HSM's address, and whether a proxy or a sign-in page stands between."],
  "E-HSM-TLS": ["The certificate of the other side was not accepted{issuer}.",
    "Something may be opening the connection on the way. Connect without it; trust nothing new."],
  "E-HSM-CHALLENGE": ["The other side did not ask for sign-in as this HSM does.",
    "No token was given to it. Check the HSM's address, and whether something stands between."],
  "E-HSM-TENANT": ["The HSM belongs to another tenant than the one of the sign-in.",
    "No token was given. Check the tenant's id, and the HSM's address."],
  "E-HSM-SITE": ["Of the HSM's settings, {what} is missing or not of its form.",
    "See sd help hsm: each is a flag, or a member of the site file."],
  "E-HSM-PLAN": ["The plan of roles is not of its form.",
    "It is a JSON list of {\"role\",\"principal\",\"scope\"}: see sd help hsm."],
  "E-SAS-FILE": ["The file of the SAS token cannot be read, or is none.",
    "Put the token alone into a file on this machine, and choose that."],
  "E-SAS-FORM": ["The file holds no SAS token of a storage container, whole and alone.",
    "It is what az storage container generate-sas prints: one line with se, sp, sv, sr and sig."],
  "E-SAS-EARLY": ["The SAS token is not valid yet.",
    "Check this machine's clock, or have a token made that is valid now."],
  "E-SAS-EXPIRED": ["The SAS token has expired.",
    "Have a new one made, valid for some hours, and put it in the place of the old one."],
  "E-SAS-RIGHTS": ["The SAS token {what}.",
    "Have one made for the container with the rights crdw, and put it in the place of this one."],
  "E-KEYS-LIST": ["The key list is not whole, or not of its form.",
    "Choose the file that sd hsm keys wrote when the backup was made, as it was written."],
  "E-KEYS-NONE": ["The HSM has no key: a list of none would call every recovery whole.",
    "Check that it is the right HSM, and make the list when it has keys."],
  "E-KEYS-READER": ["Who signed in may not list keys; an administrator may not either.",
    "Give the role Managed HSM Crypto Auditor at / to who makes the list, and take it back."],
  "E-HSM-HOST": ["This address is not one of those the ceremony may talk to.",
    "Check the HSM's address in the ceremony's settings."],
  "E-HSM-SIZE": ["The answer is larger than {limit} bytes and was cut off there.",
    "Keep what was received. If something was being changed, ask the HSM for its status."],
  "E-HSM-SLOW": ["The answer did not arrive whole within {seconds} seconds.",
    "Keep what was received. If something was being changed, ask the HSM for its status."],
  "E-HSM-TIMEOUT": ["No answer came within {seconds} seconds.", askAgain],
  "E-HSM-NET": ["The HSM could not be reached.", askAgain],
  "E-HSM-UNKNOWN-OUTCOME": ["It is not known whether the HSM did it: {why}.{own}", askStatus],
  "E-HSM-STILL-RUNNING": ["The HSM has not finished after {seconds} seconds.",
    "Nothing is lost. Leave it, and go on waiting later."],
});


/**
 * Text that came from outside, fit to be shown: printable ASCII, cut to `length` characters, and
 * without the signature of a SAS token, which the other side might say again.
 */
export function clean(text: string, length: number): string {
  return text.replace(/\bsig(=|%3D)[^&\s"']*/gi, "sig=...").slice(0, length)
    .replace(/[^\x20-\x7e]/g, "?");
}

/** Azure's own words as a sentence to follow ours: at most 120 characters of them, or nothing. */
export function own(words: string): string {
  return words === "" ? "" : ` It says: "${clean(words, 120)}".`;
}
