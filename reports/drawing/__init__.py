"""Drawing blocks: slides, paper, meeting mode and maps."""
