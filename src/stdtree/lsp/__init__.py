"""FACE: the system in any editor that speaks the Language Server Protocol (extra `lsp`: pygls).

    stdtree lsp        started by the editor, speaks on stdin and stdout

`desk` holds what is open; `tables`, `spots` and `things` tell what stands under the cursor and
what it names; `features/` has one file per feature. Writes nothing: every change is an edit that
the editor is asked to make. Imports the workspace and everything below it; no other face.
"""
