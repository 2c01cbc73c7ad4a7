"""Newsledger turns news articles into a citable, versioned, validated conflict-event dataset."""

__version__ = "0.1.0"
