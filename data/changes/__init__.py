"""What changed: editions and what came with them, differences of two contents, corrections on offer."""
