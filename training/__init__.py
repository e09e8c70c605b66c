"""How the weights were made: ``python -m training``."""
