"""Forms as workbooks that people fill in."""
