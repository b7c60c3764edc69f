"""What `stdtree edit` holds beside operations: undo, redo, the journal. One file = one."""
