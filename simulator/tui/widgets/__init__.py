"""What screens are made of: each draws plain values line by line."""
