"""VERBS, finding: words in, categories and standards out. Imports only `model`."""

from stdtree.search.chunk import Found, Word
from stdtree.search.find import Hit, find, found, hits, sought
from stdtree.search.index import Index

__all__ = ["Found", "Hit", "Index", "Word", "find", "found", "hits", "sought"]
