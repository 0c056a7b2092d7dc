"""The page on complementarity of structure."""
