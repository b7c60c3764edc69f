"""The pictures of docs/concepts.md, drawn from the sample. One file = one picture."""
