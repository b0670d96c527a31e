"""Editing code: highlighting, faults, indentation, finding, and a window of its own."""
