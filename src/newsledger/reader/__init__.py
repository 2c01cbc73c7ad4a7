"""What is an article? Files in, articles out."""
