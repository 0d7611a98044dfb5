"""Rules of the check, a subject a module. Each takes a `Subject` and yields findings."""
