"""Where scripts run: never in this process. Levels: low (a plain child with limits)."""
