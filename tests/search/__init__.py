"""Tests of `stdtree.search`."""
