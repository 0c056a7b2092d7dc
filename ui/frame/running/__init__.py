"""How runs of the pages share one process: whose turn it is, and what stays in memory after them."""
