"""The widgets: they draw what `present` says and emit messages; the screens decide."""
