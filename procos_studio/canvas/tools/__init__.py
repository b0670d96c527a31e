"""Tools: one gesture per file; `tools/table.py` lists those that a drag may begin, `tools/toolbox.py` runs them."""
