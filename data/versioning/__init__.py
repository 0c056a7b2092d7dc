"""Versions and releases of the tables, and results kept as long as they stand."""
