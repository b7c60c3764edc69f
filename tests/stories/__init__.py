"""One story per user, from end to end: the real command line on a real git repository."""
