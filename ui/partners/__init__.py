"""The page on partners."""
