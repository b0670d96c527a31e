"""The XML of a diagram beside its canvas: looked at, edited, and taken over as one edit."""
