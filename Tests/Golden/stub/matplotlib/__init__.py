"""A stand-in for matplotlib while recording: every call is accepted and nothing is drawn."""
