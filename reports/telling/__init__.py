"""Telling a story: figures become words and blocks."""
