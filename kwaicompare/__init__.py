"""kwaicompare: compare two editions of a Chinese report."""

__version__ = "0.1.0"
