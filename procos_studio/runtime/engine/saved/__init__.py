"""Saved: the state of an engine as rows of plain JSON, and an engine that goes on from them."""
