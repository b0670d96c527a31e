"""The five stages, one file each: a function that gives its detail sentence or raises StageFailure."""
