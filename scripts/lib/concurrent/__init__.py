"""What is done beside the rest."""
