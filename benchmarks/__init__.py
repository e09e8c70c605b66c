"""Measures newsclean beside other extractors on public corpora: ``python -m benchmarks``."""
