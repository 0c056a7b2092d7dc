"""Food in a city: markets, balances, prices, products."""
