"""Conventions that readers of the code may rely on; CONTRIBUTING.md names them."""
