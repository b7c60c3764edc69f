"""VERBS, finding: words in, categories and standards out. Imports only `model`."""

from stdtree.search.find import find

__all__ = ["find"]
