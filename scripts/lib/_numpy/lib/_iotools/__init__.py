"""What reading tables warns of and raises."""
