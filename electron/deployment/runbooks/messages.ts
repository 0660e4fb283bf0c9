// What Azure and az say when something fails, and what it means. The texts are Azure's own, from
// its specifications, documentation and recorded answers; "..." stands for a name.

/** One message. */
export interface Message {
  /** As much of it as identifies it. */
  readonly text: string;
  /** Its cause, and what to do. */
  readonly means: string;
}

const message = (text: string, means: string): Message => ({ text, means });

/** By activity. */
export const MESSAGES = {
  create: [
    message("--retention-days is required for MHSM creation.", "The flag is missing."),
    message("Please specify --administrators", "No object id was given."),
    message(
      "Managed HSM name must be between 3-24 alphanumeric",
      "Azure refuses the name. Hyphens are allowed, whatever az says here.",
    ),
    message(
      "Pool creation is disabled in this region",
      "The region is closed or full. Ask Microsoft before anything else is planned on it.",
    ),
    message(
      "The HSM '...' not found within subscription.",
      "Another subscription is chosen, or you may not read this one. Give --resource-group.",
    ),
  ],
  activation: [
    message("Failed to export security domain data.", "It happens now and then: try it again."),
    message("File named '...' already exists.", "az writes over no file: give another name."),
  ],
  reach: [
    message(
      "is not authorized and caller is not a trusted service",
      "You are not inside the network, or the name leads to the public address there: run reach on this machine.",
    ),
    message("getaddrinfo failed", "The name is wrong, or DNS does not know it on this machine."),
    message(
      "challenge resource ... does not match",
      "The HSM was named by an alias. Use its own address.",
    ),
    message(
      "(AccessDenied) Not authorized to access Microsoft.KeyVault/managedHsm/",
      "A local role at this scope is missing; roles of the subscription never help. After a grant, wait six minutes.",
    ),
  ],
  "local-roles": [
    message(
      "Unknown role",
      "The role's name differs from the service's, or you may not list roles. Give its id.",
    ),
    message("(Invalidkeyidentifier)", "az fails with --id at a key's scope. Give --hsm-name."),
    message(
      "Please specify --hsm-name or --id",
      "az role assignment was meant, which gives nothing in an HSM: use az keyvault role assignment.",
    ),
    message(
      "Cannot find the Active Directory object",
      "A new identity may not be known for minutes: wait, and try again.",
    ),
    message(
      "MatchingRoleAssignmentExists",
      "The assignment is there already: continue with the next command.",
    ),
    message("roleName: null", "The definition of the role was deleted."),
    message(
      "principalName: Unknown",
      "The principal was deleted, or you may not read the directory: compare its object id.",
    ),
  ],
  region: [
    message("Invalid region name", "A region has a short name here: lower case, without spaces."),
    message(
      "Soft delete of a pool ... that is extended to regions ... is not allowed.",
      "Remove the region first. That region is purged at once.",
    ),
  ],
  deleted: [
    message(
      "No deleted Vault or HSM was found with name",
      "It is purged already, or in another subscription.",
    ),
    message(
      "The specified resource group does not match",
      "A deleted HSM is recovered into the resource group that it was in.",
    ),
  ],
  keys: [
    message(
      "403 with the name of a policy assignment",
      "Azure Policy denies such a key: ask the policy's owner. A new policy takes up to 30 minutes.",
    ),
  ],
  backup: [
    message(
      "Another backup operation is in progress",
      "One runs already; az 2.77 to 2.89 also say so of one that they have just started: read its state.",
    ),
    message(
      "Operation returned an invalid status 'OK'",
      "The backup failed: look at the container, the identity's role there, and the account's firewall.",
    ),
  ],
  recovery: [
    message(
      "unrecognized arguments: --sd-quorum 2",
      "az knows no such flag at an upload: hold the recovery ceremony of this app.",
    ),
    message("Certificate ... does not exist.", "az wants cert_N.cer beside each cert_N.key."),
    message(
      "Insufficient shares available.",
      "Too few of these keys belong to this security domain.",
    ),
  ],
  "sql-key": [
    message(
      "SecurityInvalidAzureKeyVaultRecoveryLevel",
      "The HSM has no purge protection; we conclude that from the name.",
    ),
    message("AzureKeyVaultRsaKeyNotSupported", "The key is not RSA of 2048 or 3072 bits."),
    message("AzureKeyVaultKeyDisabled", "The key is disabled."),
    message("AzureKeyVaultInvalidExpirationDate", "The key has expired, or is not valid yet."),
    message("AzureKeyVaultNoServerIdentity", "The instance has no identity: run the first step."),
    message(
      "AzureKeyVaultMissingPermissions, UmiMissingAkvPermissions",
      "Its role at the key is missing, or six minutes have not passed.",
    ),
    message(
      "AkvHostNotResolvingFromNode",
      "DNS in the instance's subnet does not know the HSM's name.",
    ),
    message(
      "AkvEndpointNotReachableFromNode, AzureKeyVaultConnectionFailed",
      "A security group, a route, the HSM's firewall or its bypass is in the way.",
    ),
    message(
      "SameKeyMaterialNotFoundOnRemoteServer, KeyMaterialNotFoundOnRemoteServer",
      "The secondary instance lacks the key: register it there first.",
    ),
    message(
      "SameKeyUriNotFoundOnRemoteServer",
      "With automatic rotation, the secondary needs the key from this same HSM.",
    ),
    message(
      "ServerKeyNotFound, ServerKeyDoesNotExists",
      "The key was not registered on the instance: az sql mi key create.",
    ),
    message("EncryptionProtectorChangeInProgress", "Another change is running: wait, try again."),
    message("ServerKeyUriAlreadyExists", "It was registered before: continue."),
  ],
  "sql-lost": [
    message(
      "Inaccessible, for less than 30 minutes",
      "The key was refused. Give it back, and the databases heal by themselves within an hour.",
    ),
    message(
      "Inaccessible, for longer",
      "Post to INSTANCE-ID/encryptionProtector/current/revalidate by az rest. Failover group and backup policies are lost.",
    ),
    message(
      "doesn't have access to all AKV URIs created between",
      "A restore needs every version of the key that the backup was made with.",
    ),
  ],
  disks: [
    message(
      "KeyVaultAndDiskInDifferentRegions",
      "Disks there cannot use this HSM: that region needs another key store.",
    ),
    message(
      "KeyVaultAccessForbidden",
      "The set's role is missing, six minutes have not passed, or the bypass is off.",
    ),
    message("KeyVaultKeyNotEnabled", "The key is disabled or expired: machines shut down."),
    message(
      "you must grant permissions to the key vault",
      "The portal means the set's role at its key, in the HSM.",
    ),
    message("KeyVaultNotPurgeProtectionEnabled", "The HSM has no purge protection."),
  ],
  storage: [
    message(
      "Keyvault policy recoverable is not set",
      "Soft-delete or purge protection of the HSM is missing.",
    ),
    message(
      "KeyVaultEncryptionKeyNotFound, KeyVaultVaultNotFound",
      "The key or the HSM is gone, or named wrongly.",
    ),
    message(
      "KeyVaultAccessTokenCannotBeAcquired",
      "The account's identity is gone, or has no role at its key.",
    ),
  ],
  cosmos: [
    message(
      "Unexpected error on document scan for CMK Migration.",
      "Too few request units are free: raise them, and try again.",
    ),
    message("revoked ... (4000)", "The account got no token: look at its identity."),
    message("revoked ... (4002)", "Its identity has no role at the key."),
    message("revoked ... (4003)", "The key was not found."),
    message("revoked ... (4005)", "The key cannot wrap: look at its operations."),
    message("revoked ... (4006)", "The key's address is wrong."),
    message("revoked ... (4009)", "DNS does not know the HSM."),
    message("revoked ... (4015)", "The account has no default identity."),
    message("revoked ... (4016)", "The HSM's access rules are in the way: look at the bypass."),
    message("revoked ... (4017)", "The HSM was not found."),
    message("revoked ... (4018)", "The key is disabled or expired."),
  ],
} as const satisfies Readonly<Record<string, readonly Message[]>>;

/** A list of messages. */
export type MessageTopic = keyof typeof MESSAGES;

/** The messages of some topics, in their order. */
export const messagesOf = (topics: readonly MessageTopic[]): readonly Message[] =>
  topics.flatMap((topic) => MESSAGES[topic]);
