"""Operations: what each does, what each refuses, and what holds for all."""
