"""The canvas: the Qt scene that shows a plane of a diagram, its tools, its marks and its pictures."""
