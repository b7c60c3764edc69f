"""Measurements, side by side in one run: `python -m benchmarks` prints the tables.

Figures are CPU seconds (user + system) of whole processes; ratios are taken pair by pair, so that a
machine whose speed drifts does not decide them. Nothing here is a test: no limit fails a build.
"""
