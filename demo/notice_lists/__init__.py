"""Talent notices by sort; read by `demo.notices`."""
