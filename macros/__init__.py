"""Pages from the catalog: one list of them, and the Jinja templates they are rendered with."""
