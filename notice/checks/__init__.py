"""What the data must satisfy: shape, references, words; every problem with place and mend."""
