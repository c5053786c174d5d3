"""What a site generator and a web server need: the MkDocs hook, assets, policy, addresses."""
