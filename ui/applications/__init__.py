"""The page on applications."""
