"""One YAML file read strictly: bytes, characters, and the place of every value."""
