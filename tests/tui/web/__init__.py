"""The editor in a browser."""
