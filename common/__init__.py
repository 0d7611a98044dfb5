"""What all apps of the site share: page base, kinds, audiences, holidays, versions, due work."""
