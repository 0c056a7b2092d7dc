"""Live examples for the methods page."""
