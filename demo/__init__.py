"""The five demo networks, built through the services of the site; only dev settings install it."""
