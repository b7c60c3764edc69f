"""What editors make of the files by their schemas: the real YAML language server."""
