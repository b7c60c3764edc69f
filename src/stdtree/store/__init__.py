"""VERBS, keeping: files, git and memory ⇄ taxonomies. The only package that touches disk and git.

Imports only `model`, `errors`, `label`.
"""
