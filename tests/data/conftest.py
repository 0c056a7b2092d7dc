"""Fixtures of the data tests."""

from postgres_cluster import postgres, postgres_url, store, store_url

__all__ = ["postgres", "postgres_url", "store", "store_url"]
