"""What the screens show, without screens."""
