"""Comparing: in what a diagram differs from a file, element by element."""
