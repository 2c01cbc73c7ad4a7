"""The page of a release: what a reader sees who opens index.html, without a server and without a network."""
