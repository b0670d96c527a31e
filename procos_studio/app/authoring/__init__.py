"""Authoring: a person's own blocks: made of subsystems, given a mask, tried, kept in a library, upgraded."""
