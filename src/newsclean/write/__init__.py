"""Articles in other forms."""
