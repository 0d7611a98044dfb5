"""The five demo networks, built through the site's own services; only dev and test install it."""
