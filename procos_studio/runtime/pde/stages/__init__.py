"""The five stages, one file each: an async function that gives its detail sentence or raises StageFailure."""
