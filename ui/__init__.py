"""What pages draw with: charts, maps, formats, widgets, the map's scripts and routes."""
