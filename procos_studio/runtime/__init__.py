"""Running a plan: events, run state, clock, store and the async Runtime over the engine."""
