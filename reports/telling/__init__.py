"""Telling a story: its figures become words and blocks, one file a slide. Asks nobody but the wording."""
