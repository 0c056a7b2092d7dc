"""What every page stands in: session, routes, headers, connection, edition, full screen, faults."""
