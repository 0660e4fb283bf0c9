// The scripts that print what no single command of `az` does. Each prints one JSON object and no secret.
// Names come as arguments; the plan's form lets no name pass that JSON or a shell would read otherwise.
import { pathOf, versionOf } from "../plan/azure-resources.ts";
import { AZURE_DNS, FORWARDED } from "../proofs/dns-forwarders.ts";

/** Where the HSM's name resolves to on a jump box, and whether the HSM answers a signed-in read. */
export const reachSh = (host: string): string => `#!/usr/bin/env bash
# Prints where the HSM's name leads to on this machine, and how a signed-in read of it ends.
# The token stays in this script: it is on no command line and in no file.
set -euo pipefail
host='${host}'
from=$1
addresses=$({ getent ahostsv4 "$host" || true; } | awk '{ print $1 }' | sort -u | sed 's/.*/"&"/' | paste -sd, -)
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
token=$(az account get-access-token --resource https://managedhsm.azure.net --query accessToken -o tsv)
status=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
  curl --silent --config - --dump-header "$headers" --output /dev/null --write-out '%{http_code}' \\
    "https://$host/keys?api-version=7.5&maxresults=1" || true)
region=$(tr -d '\\r' < "$headers" | awk -F': ' 'tolower($1) == "x-ms-keyvault-region" { print $2 }')
printf '{"reach":"%s","from":"%s","at":"%s","addresses":[%s],"status":%d,"servingRegion":"%s"}\\n' \\
  "$host" "$from" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$addresses" "$((10#\${status:-0}))" "$region"
`;

/** The same for PowerShell. */
export const reachPs1 = (
  host: string,
): string => `# Prints where the HSM's name leads to on this machine, and how a signed-in read of it ends.
# The token stays in this script: it is on no command line and in no file.
param([Parameter(Mandatory)][string]$From)
$ErrorActionPreference = 'Stop'
$hostName = '${host}'
$addresses = @(Resolve-DnsName -Name $hostName -Type A -ErrorAction SilentlyContinue | Where-Object IPAddress | ForEach-Object IPAddress)
$token = az account get-access-token --resource https://managedhsm.azure.net --query accessToken -o tsv
$status = 0
$region = ''
try {
  $answer = Invoke-WebRequest -UseBasicParsing -Uri "https://$hostName/keys?api-version=7.5&maxresults=1" -Headers @{ Authorization = "Bearer $token" }
  $status = [int]$answer.StatusCode
  $region = [string]@($answer.Headers['x-ms-keyvault-region'])[0]
} catch {
  if ($_.Exception.Response) { $status = [int]$_.Exception.Response.StatusCode }
}
[ordered]@{
  reach = $hostName
  from = $From
  at = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
  addresses = $addresses
  status = $status
  servingRegion = $region
} | ConvertTo-Json -Compress
`;

const sqlUrl = (subscription: string): string =>
  `https://management.azure.com/subscriptions/${subscription}/resourceGroups/`;

const HEALTH = `/providers/${pathOf("health")}?api-version=${versionOf("health")}`;

/** Unattended, a jump box signs in by its own identity: a person's sign-in ends before the soak does. */
const SIGN_IN = "az account show > /dev/null 2>&1 || az login --identity --output none";
const SIGN_IN_PS1 = `az account show *> $null
if ($LASTEXITCODE -ne 0) { az login --identity --output none }`;

/** One sample of the soak: Azure's current answers about an instance. */
export const soakSh = (subscription: string): string => `#!/usr/bin/env bash
# Prints one sample of the soak: what Azure says of one SQL Managed Instance at this moment.
set -euo pipefail
instance=$1
group=$2
${SIGN_IN}
databases=$(az sql midb list --managed-instance "$instance" --resource-group "$group" --query '[].{name:name,status:status}' -o json)
protector=$(az sql mi tde-key show --managed-instance "$instance" --resource-group "$group" --query '{uri:uri,serverKeyType:serverKeyType}' -o json)
available=$(az rest --method get --query properties.availabilityState -o json \\
  --url "${sqlUrl(subscription)}$group/providers/Microsoft.Sql/managedInstances/$instance${HEALTH}")
printf '{"sample":"instance","instance":"%s","at":"%s","databases":%s,"protector":%s,"availability":%s}\\n' \\
  "$instance" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$databases" "$protector" "$available"
`;

/** The same for PowerShell. */
export const soakPs1 = (
  subscription: string,
): string => `# Prints one sample of the soak: what Azure says of one SQL Managed Instance at this moment.
param([Parameter(Mandatory)][string]$Instance, [Parameter(Mandatory)][string]$Group)
${SIGN_IN_PS1}
$ErrorActionPreference = 'Stop'
$databases = az sql midb list --managed-instance $Instance --resource-group $Group -o json | ConvertFrom-Json
$protector = az sql mi tde-key show --managed-instance $Instance --resource-group $Group -o json | ConvertFrom-Json
$health = az rest --method get --url "${sqlUrl(subscription)}$Group/providers/Microsoft.Sql/managedInstances/$Instance${HEALTH}" | ConvertFrom-Json
[ordered]@{
  sample = 'instance'
  instance = $Instance
  at = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
  databases = @($databases | ForEach-Object { [ordered]@{ name = $_.name; status = $_.status } })
  protector = [ordered]@{ uri = $protector.uri; serverKeyType = $protector.serverKeyType }
  availability = $health.properties.availabilityState
} | ConvertTo-Json -Depth 5 -Compress
`;

/** One sample of the soak: whether Azure calls other services available. */
export const soakServicesSh = (): string => `#!/usr/bin/env bash
# Prints one sample of the soak: whether Azure calls each of these services available at this moment.
set -euo pipefail
${SIGN_IN}
at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
services=
for id in "$@"; do
  available=$(az rest --method get --query properties.availabilityState -o json \\
    --url "https://management.azure.com$id${HEALTH}")
  services+=$(printf ',{"id":"%s","availability":%s}' "$id" "$available")
done
printf '{"sample":"services","at":"%s","services":[%s]}\\n' "$at" "\${services#,}"
`;

/** The same for PowerShell. */
export const soakServicesPs1 =
  (): string => `# Prints one sample of the soak: whether Azure calls each of these services available at this moment.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]]$Ids)
${SIGN_IN_PS1}
$ErrorActionPreference = 'Stop'
$at = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
$services = @($Ids | ForEach-Object {
  $health = az rest --method get --url "https://management.azure.com$_${HEALTH}" | ConvertFrom-Json
  [ordered]@{ id = $_; availability = $health.properties.availabilityState }
})
[ordered]@{ sample = 'services'; at = $at; services = $services } | ConvertTo-Json -Depth 5 -Compress
`;

/** A domain controller's own report, in fewer than 4,096 bytes: Run Command keeps no more. */
export const DC_HEALTH = `# Prints the health of this domain controller, in few lines: Run Command keeps only the last 4,096 bytes.
"computer: $env:COMPUTERNAME"
dcdiag /test:Connectivity /test:Advertising /test:MachineAccount | Select-String 'passed test|failed test' | ForEach-Object { $_.Line.Trim() }
dcdiag /q | Select-String 'failed test' | ForEach-Object { $_.Line.Trim() }
repadmin /replsummary | Select-String '\\d+\\s*/\\s*\\d+' | ForEach-Object { $_.Line.Trim() }
net share | Select-String '^(SYSVOL|NETLOGON)' | ForEach-Object { $_.Line }
Get-WinEvent -FilterHashtable @{ LogName = 'Directory Service', 'DFS Replication', 'DNS Server'; Id = 2170, 1109, 2208, 13565, 4013; StartTime = (Get-Date).AddHours(-4) } -ErrorAction SilentlyContinue |
  ForEach-Object { "event $($_.Id)" } | Select-Object -Unique
`;

/** What makes a Windows DNS server ask Azure's own DNS for the HSM's names. */
export const SET_DNS_FORWARDER = `# Forwards the names of HSMs to Azure's own DNS. What is there already stays as it is.
if (-not (Get-DnsServerZone -Name ${FORWARDED} -ErrorAction SilentlyContinue)) {
  Add-DnsServerConditionalForwarderZone -Name ${FORWARDED} -MasterServers ${AZURE_DNS}
}
`;

/** How a Windows DNS server forwards the HSM's name, and where that leads to. */
export const dnsForwarder = (
  host: string,
): string => `# Prints how this DNS server forwards the names of HSMs, and the addresses that it gives for one.
$zone = Get-DnsServerZone -Name ${FORWARDED} -ErrorAction SilentlyContinue
[ordered]@{
  dnsServer = @(Get-NetIPAddress -AddressFamily IPv4 | ForEach-Object IPAddress)
  zone = '${FORWARDED}'
  zoneType = [string]$zone.ZoneType
  forwardsTo = @($zone.MasterServers | Where-Object { $_ } | ForEach-Object { [string]$_ })
  name = '${host}'
  addresses = @(Resolve-DnsName -Name '${host}' -Type A -Server 127.0.0.1 -ErrorAction SilentlyContinue | Where-Object IPAddress | ForEach-Object IPAddress)
  at = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
} | ConvertTo-Json -Compress
`;
