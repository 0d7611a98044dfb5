"""The check before publication: what a person should look at before others read it."""
