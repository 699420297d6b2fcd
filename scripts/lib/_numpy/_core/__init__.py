"""What stands in `numpy._core`."""
