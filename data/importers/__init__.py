"""What the BPS WebAPI answers, read into rows of our tables."""
