"""Painting: how each kind of shape, edge and mark looks; functions of a look, a theme and a mark, with no state."""
