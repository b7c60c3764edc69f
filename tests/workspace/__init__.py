"""The workspace, over real files and real git repositories."""
