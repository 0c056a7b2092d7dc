"""What a purchase or a deal sets in motion, by the input-output tables."""
