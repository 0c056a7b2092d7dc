"""The page on markets of food."""
