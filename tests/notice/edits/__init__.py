"""Tables of edits: what an editor writes wrong by accident, and what only looks wrong."""
