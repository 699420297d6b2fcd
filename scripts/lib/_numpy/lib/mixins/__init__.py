"""What classes take over."""
