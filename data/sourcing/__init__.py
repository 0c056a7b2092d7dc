"""Where a figure comes from and how its source is cited."""
