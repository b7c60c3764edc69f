"""Tests of the store: real files, real git, real crashes."""
