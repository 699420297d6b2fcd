"""What draws: there is one way."""
