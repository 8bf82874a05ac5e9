"""What screens show, as plain values made from a play; tested without a terminal."""
