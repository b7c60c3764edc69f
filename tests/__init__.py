"""The tests mirror src/stdtree/; gates/, stories/ and formats/ hold what concerns all of it."""
