"""What `stdtree edit` holds beside the operations: undo, redo and the journal. One file = one."""
