"""The formats of files and outputs, held by examples that people read."""
