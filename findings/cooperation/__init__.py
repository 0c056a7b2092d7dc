"""Agreements, proposals, deliveries: what is signed, promised, delivered."""
