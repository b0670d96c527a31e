"""The room of forms: fields, their rows and sections, code editing, and what a form knows of variables."""
