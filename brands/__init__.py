"""Areas, centres and the brand under which each is known."""
