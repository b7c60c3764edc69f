"""Stories: one file each tells what somebody does with the editor and what they see."""
