"""The panels around the canvas, one per file."""
