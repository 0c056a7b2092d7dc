"""What one city is, and several side by side: sectors, growth, records."""
