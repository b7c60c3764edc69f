"""stdtree: edit, check, compare and release a standards system (标准体系) kept as YAML in git."""

__version__ = "0.1.0"
