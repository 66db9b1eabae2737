"""A file → text, lines with roles, and the furniture that marks give away."""
