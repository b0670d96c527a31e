"""One user intent per file: a function that makes one edit of a diagram or raises Refused, and its consequences."""
