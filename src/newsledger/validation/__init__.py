"""May these rows be published?"""
