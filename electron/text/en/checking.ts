// What is said while a process of its own reads what others wrote.

export const CHECKING = {
  "what.audit": "Checking the record",
  "what.beside": "Checking the records beside it",
  "what.compare": "Comparing the record",
  "what.papers": "Making the papers",
  "what.reconcile": "Reading Azure’s log",
  "what.bring": "Checking the record",
  "what.part": "Checking the officer’s part",
  "what.search": "Searching the medium for keys",
  "what.photographs": "Reading the photographs",
  title: "Check in progress",
  cancel: "Cancel",
  line: "{what}, for {lasted}",
  shared: "{what}: {share} %, for {lasted}",
} as const;
