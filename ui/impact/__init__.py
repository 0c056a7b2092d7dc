"""The page on what a purchase sets in motion."""
