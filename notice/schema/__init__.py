"""JSON Schemas and the field dictionary, made from the records."""
