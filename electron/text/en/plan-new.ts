// The questions from whose answers a first plan is written: what each is for, and its label in the window.

export const PLAN_NEW = {
  // What is asked: also what the flags of sd plan new are for.
  "asks.name": "Its short name, from which names are made: lower case with hyphens.",
  "asks.title": "Its title.",
  "asks.tenant": "The id of the Microsoft Entra tenant.",
  "asks.subscription": "The id of the Azure subscription.",
  "asks.regions": "The region of the HSM, and the one that it is extended to, if any.",
  "asks.hsm": "The name of the HSM: 3 to 24 letters, digits and hyphens.",
  "asks.services": "What is to be under a key.",
  "asks.administrators": "Two or three people, with their object ids.",
  "asks.crypto-officers": "Who may recover deleted keys.",
  "asks.crypto-users": "Who makes and rotates keys.",
  "asks.officers": "How many officers have a key that protects the security domain: 3 to 10.",
  "asks.quorum": "How many of them open it: 2 to 10.",
  "asks.network": "The first two numbers of its addresses.",
  "asks.currency": "The currency of its prices.",
  "services.sql": "SQL Managed Instances",
  "services.disks": "Disks of virtual machines",
  "services.storage": "Storage accounts",
  "services.cosmos": "Cosmos DB accounts",
  "services.aks": "Disks of Kubernetes",
  people: "{what} One person on a line: NAME=OBJECT-ID.",
  otherwise: "{what} If it is empty: {otherwise}",
  otherwiseNobody: "{what} It may be empty.",
  title: "A first plan",
  lead: "The plan is written from these answers, with everything open that only your company can decide. It is saved as a file, and checked at once.",
  open: "Answer the questions",
  save: "Save the plan",
  // What is still open in the plan on the screen.
  stillOpen: "Still open",
  owner: "Owner: {owner}",
} as const;
