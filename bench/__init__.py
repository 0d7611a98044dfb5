"""Measures what the site promises, as counts and as ratios taken in one run: `make bench`.

A part is a module of this folder with `measure(bench)`, which yields lines; parts run in the order
of their names. Milliseconds of one machine say little, so every time is set against a view that
says hello behind the same middleware, measured in the same breath.
"""
