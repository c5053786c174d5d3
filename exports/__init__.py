"""Files from the catalog, for machines and for other programs."""
