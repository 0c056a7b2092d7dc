"""The page on cooperation: proposals and the register of agreements."""
