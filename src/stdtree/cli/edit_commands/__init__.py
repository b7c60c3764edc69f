"""What `stdtree edit` holds beside operations: batch, undo, redo, the journal. One file = one."""
