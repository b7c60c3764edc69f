"""What the server offers, one file per feature; `register` tells the server about it."""
