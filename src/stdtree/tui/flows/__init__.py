"""Flows: what a command does from first question to last word, each a function read top to bottom.

A flow asks through dialogs, tells the workspace, and lets the desk show the result.
"""
