"""The `procos` command: everything the studio does, without a screen."""
