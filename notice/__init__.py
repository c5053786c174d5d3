"""The notice as data: load, validate, select. Plain Python that knows no site generator."""
