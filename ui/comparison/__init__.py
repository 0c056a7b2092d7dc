"""The page that sets cities side by side."""
