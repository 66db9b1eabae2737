"""Turns comparisons into files, and verifies such files against their sources."""
