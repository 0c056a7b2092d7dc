"""Who asks, from which machine, how often: what the doors of the store look at."""
