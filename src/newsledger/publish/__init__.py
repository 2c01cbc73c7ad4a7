"""What does a release consist of?"""
