"""Finding: searches texts of open diagrams, here and in all of them, and replaces what a person chose of it."""
