"""What is promised in docs/safety.md, proved: deaths, failing disks, power cuts, hostile input."""
