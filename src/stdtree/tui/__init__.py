"""FACE, full screen: browse, edit, check, compare, save and commit a standards system.

`app.run` starts it. Screens ask the workspace; flows hold what a command does from first question
to last word; widgets draw and emit messages; `present` turns values into lines and is pure; `form`
turns an operation into fields and back. Nothing here decides anything about the tree.
Imports the workspace and what is below it.
"""
