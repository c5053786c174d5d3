"""Filled workbooks and CSV files come back: read, matched, reported."""
