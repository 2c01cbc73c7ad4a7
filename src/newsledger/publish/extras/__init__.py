"""What else lies in a release for people and programs? Files that follow from its tables and say nothing new."""
