"""What a page or a report shows: data joined with analysis, cached by the version of the data."""
