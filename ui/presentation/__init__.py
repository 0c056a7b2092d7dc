"""The page of slides and downloads."""
