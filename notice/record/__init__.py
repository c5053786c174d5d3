"""What was published, what is out of use, and what has changed since."""
