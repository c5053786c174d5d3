"""Pages from the catalog: Jinja templates, the list of pages, and the adapter for MkDocs."""
