"""Facts of the five networks, one module each."""
