"""From facts to pages and rows, one step a module; each step is safe to run twice."""
