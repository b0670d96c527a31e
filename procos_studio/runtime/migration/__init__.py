"""Migration: instances that run go on with another version of their process."""
