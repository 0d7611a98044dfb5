"""The promise to subscribers: calendar entries, the ledger of changes, feeds."""
