// The query that shows, in Azure's log, who asked for the security domain; run after a ceremony.

/**
 * Kusto text for the workspace that takes the HSM's AuditEvents. All columns are kept, so that what
 * it gives can be exported and held against the records by `sd reconcile`.
 * @param hsm the HSM's name @param from @param to the first and last moment, ISO 8601
 */
export const auditQuery = (hsm: string, from: string, to: string): string =>
  [
    "AzureDiagnostics",
    '| where Category == "AuditEvent"',
    `| where ResourceId endswith "/MANAGEDHSMS/${hsm.toUpperCase()}"`,
    `| where TimeGenerated between (datetime(${from}) .. datetime(${to}))`,
    '| where OperationName startswith "SecurityDomain" or requestUri_s contains "/securitydomain/"',
    "| order by TimeGenerated asc",
  ].join("\n");
