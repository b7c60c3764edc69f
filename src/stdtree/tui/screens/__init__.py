"""The screens: they ask the workspace and tell the widgets."""
