"""Forms and documents on paper, set with typst."""
