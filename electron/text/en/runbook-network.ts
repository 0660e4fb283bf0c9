// The steps of the network path to the HSM.

export const RUNBOOK_NETWORK = {
  "networks.title": "Prove the networks",
  "endpoints.title": "Prove endpoints and names",
  "dns.title": "Ask each DNS server for the HSM",
  "reach.title": "Reach the HSM from each jump box",
  "endpoint.title": "Create the endpoint of {region}",
  "wayIn.title": "Prove the way in, from each region",
  "off.title": "Turn it off",
  "still.title": "Prove that the jump boxes still reach it",
  "reach.role": "Managed HSM Crypto Auditor or Crypto User, signed in on the jump box",
  "endpoint.changes": "Creates the endpoint, this region's own zone, its link and the HSM's record in it.",
  "endpoint.undo": "az network private-endpoint delete, then the link and the zone.",
  "endpoint.cost": "A private endpoint and a zone, by the hour and the amount of traffic",
  "endpoint.takes": "minutes; the connection stays Updating for about 40 seconds after its approval",
  "endpoint.note": "Two zones of one name, one in each resource group: a zone for both regions would have both addresses under one name.",
  "off.changes": "From now on keys, roles and backups are managed from inside the networks only.",
  "off.undo": "The same command with Enabled and Allow: Resource Manager is never behind this firewall.",
  "off.twoPeople": "It locks out everyone whose way in was not proven.",
  "off.note": "The command reads the whole HSM and writes it back: nobody else may change it meanwhile.",
  "off.note2": "Disks, storage and Cosmos DB come through the bypass, not through an endpoint.",
} as const;
