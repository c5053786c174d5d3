"""What MkDocs loads. It is beside mkdocs.yml, so that MkDocs finds the rest of the project."""

from publishing.mkdocs_site import MkDocsSite

_site = MkDocsSite()
on_config = _site.on_config
on_files = _site.on_files
on_env = _site.on_env
on_page_read_source = _site.on_page_read_source
on_page_markdown = _site.on_page_markdown
on_page_context = _site.on_page_context
on_post_page = _site.on_post_page
on_post_template = _site.on_post_template
on_post_build = _site.on_post_build
on_build_error = _site.on_build_error
