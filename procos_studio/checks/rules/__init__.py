"""The rules, one per file: each says `CODE` and yields problems from `check(diagram)`."""
