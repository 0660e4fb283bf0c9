// The words of Azure's protocol as recordings keep them: names of members and paths, states, codes, and the
// words of sentences that a Managed HSM or Resource Manager is known to say. None is of a customer's choice.

const OF_PATHS = `
  https managedhsm azure net management com login microsoftonline blob core windows vault privatelink
  securitydomain download upload pending keys versions create rotate rotationpolicy attestation deletedkeys
  recover purge backup restore prebackup prerestore settings providers Microsoft Authorization KeyVault
  roleDefinitions roleAssignments subscriptions resourceGroups managedHSMs deletedManagedHSMs locations
  managedHsmOperationResults asyncoperations transferkey api version skiptoken maxresults filter region
  elsewhere mhsm common default GET POST PUT DELETE PATCH
`;

const OF_HEADERS = `
  application json charset utf text plain html octet stream gzip identity Bearer authorization resource scope
  error claims insufficient authorization uri 
`;

const OF_MEMBERS = `
  value nextLink id name type location tags sku family systemData createdAt createdBy lastModifiedAt
  createdByType lastModifiedBy lastModifiedByType properties tenantId hsmUri provisioningState statusMessage
  securityDomainProperties activationStatus activationStatusMessage enableSoftDelete enablePurgeProtection
  softDeleteRetentionInDays publicNetworkAccess initialAdminObjectIds privateEndpointConnections regions
  privateEndpoint privateLinkServiceConnectionState actionsRequired description isPrimary createMode networkAcls
  bypass defaultAction ipRules virtualNetworkRules scheduledPurgeDate deletionDate purgeProtectionEnabled
  status status_details details statusDetails error code message innererror startTime endTime jobId job
  azureStorageBlobContainerUri storageResourceUri token useManagedIdentity sasTokenParameters folderToRestore
  certificates required kty key ops n e x y crv d p q dp dq qi x5c x5t S256 alg use kid format transfer enc
  EncData data compact jwe tag kdf SharedKeys shares algorithm x5t_256 WrappedKey base enclave partition
  hsm wrapped attributes attribute created updated enabled exportable exp nbf recoverableDays recoveryLevel
  deletedDate recoveryId certificatePemFile privateKeyAttestation publicKeyAttestation policy release
  lifetimeActions action trigger timeAfterCreate timeBeforeExpiry expiryTime roleName assignableScopes
  permissions actions notActions dataActions notDataActions principalId roleDefinitionId settings size curve
`;

const OF_VALUES = `
  true false null Succeeded Success Succeed Failed InProgress Running Completed Canceled Cancelled Pending
  succeeded success failed inprogress running completed Provisioned Provisioning Updating Deleting Activated
  Active NotActivated notActivated Unknown SecurityDomainRestore Restoring Enabled Disabled Approved Rejected
  Disconnected AzureServices None Allow Deny B Standard B1 Custom Recoverable Purgeable ProtectedSubscription
  CustomizedRecoverable RSA HSM EC oct P RSA1 OAEP A256CBC HS512 dir JWE JWT jwk sp108 shamir share
  gf256 hkdf sha512 not used wrapKey unwrapKey encrypt decrypt sign verify import AQAB MRVL 
  AKVBuiltInRole AKVCustomRole Managed managedHsm managedhsm Administrator Crypto Officer User Auditor Policy
  Service Encryption Release Backup Restore Key read write delete start all rng random number certify wrap
  unwrap deletedKeys allKeys definition assignment
`;

const OF_SENTENCES = `
  The the A a An an This this Your your It it is are was were be been has have had not no Not No of for to To
  in on at by with from before after until and or as that than which what because due cannot can could must
  should may will would only already another other again later longer wait try Try Retry retry please Please
  HSM Security security Domain domain resource Resource active activated activate activation Activity ID being
  confirmed restored restore creation progress Starting service Service ready provisioned but used
  cryptographic operations operation download data export import exported imported Requests Too many being
  throttled request Request response receive did gateway Unknown error internal Internal server Server failed
  Failed found Found exist exists invalid Invalid value object list parameter Parameter BadParameter
  AccessDenied Forbidden Unauthorized Conflict NotFound Throttled TooManyRequests ServiceUnavailable
  InternalServerError InternalError GatewayTimeout UnsupportedApiVersion RoleDefinitionNotFound
  RoleAssignmentNotFound RoleAssignmentExists MatchingRoleAssignmentExists ResourceNotFound BackupRequired
  RequestTooLarge StorageError Not authorized Authorized access Access role definition header full backup
  least minutes old upload mode waiting running there There key keys certificate certificates Each chain
  incomplete bits issued authority trusted RSA kid supported version rotated deleted purged recovery state
  exactly here Our services aren t available right now html body
`;

/** Every one of them, as it is spelled. */
export const WORDS: ReadonlySet<string> = new Set(
  [OF_PATHS, OF_HEADERS, OF_MEMBERS, OF_VALUES, OF_SENTENCES]
    .flatMap((list) => list.match(/\w+/g) ?? [])
    // A short number may be part of an address.
    .filter((word) => !/^\d+$/.test(word)),
);

/** Whether all of a member's name is of the protocol. */
export const isProtocols = (name: string): boolean =>
  (name.match(/[A-Za-z0-9]+/g) ?? []).every((word) => WORDS.has(word) || /^\d+$/.test(word));
