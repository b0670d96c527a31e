"""The document: frozen records by id, edited in transactions, with undo."""
