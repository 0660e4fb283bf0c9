// The query of Azure's log for requests of the security domain; run after a ceremony.

/**
 * Kusto text for the workspace that receives the HSM's AuditEvents, in both tables that Microsoft's pages name. All
 * columns are kept, so that its result can be exported and compared with the records by `sd reconcile`.
 * @param hsm the HSM's name @param from @param to the first and last moment, ISO 8601
 */
export const auditQuery = (hsm: string, from: string, to: string): string =>
  [
    "union isfuzzy=true AzureDiagnostics, AZKVAuditLogs",
    `| where _ResourceId endswith "/MANAGEDHSMS/${hsm.toUpperCase()}"`,
    `| where TimeGenerated between (datetime(${from}) .. datetime(${to}))`,
    '| extend uri = coalesce(column_ifexists("requestUri_s", ""), column_ifexists("RequestUri", ""))',
    '| where OperationName startswith "SecurityDomain" or uri contains "/securitydomain/"',
    "| order by TimeGenerated asc",
  ].join("\n");
