"""Debugging: where a person wants runs to stop, and what the screen says when one has."""
