"""Mathematical functions that answer in complex numbers where real ones have no answer."""
