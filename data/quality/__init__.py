"""What must be said about the data: caveats, gaps, completeness, what looks copied or broken."""
