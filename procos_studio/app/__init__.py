"""The desktop app: main window, panels, and the bridge from a run's events to marks on the canvas."""
