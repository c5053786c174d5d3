"""What was published, what went out of use, and what has changed since."""
