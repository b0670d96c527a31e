"""One user intent per file, each a function on a diagram that makes one edit or raises Refused, and its consequences."""
