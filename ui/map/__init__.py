"""The map of products."""
