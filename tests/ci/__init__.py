"""What hosts of repositories run: the action, the pipeline template, hooks. Each for real."""
