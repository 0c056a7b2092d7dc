"""The figures behind a story as a workbook."""
