"""The shape of a table in a file: where its headings stand, what its columns are, and how it is unfolded."""
