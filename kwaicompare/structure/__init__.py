"""Lines → sections and furniture."""
