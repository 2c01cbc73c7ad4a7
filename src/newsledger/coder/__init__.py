"""What does this article report? Articles in, reports with evidence out."""
