"""Styles and scripts as they are published: each kind put into one file named by its content.

A changed file has a new name, so a server may let browsers keep it for ever (deploy/nginx.conf),
and a page never meets the styles of another day. The sources stay apart, one file, one job.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from publishing.concatenation import Asset, concatenate_assets


def assets(config: MkDocsConfig) -> tuple[Asset, ...]:
    """Put the listed files together and have the pages ask for what came of them.

    `extra_css` and `extra_javascript` are for every page, `extra.form_javascript` for the forms;
    raises OSError when a listed file is missing.
    """
    docs = Path(config.docs_dir)
    styles = concatenate_assets(docs, "assets/css/site.css", map(str, config.extra_css))
    scripts = concatenate_assets(docs, "assets/js/site.js", map(str, config.extra_javascript))
    forms = concatenate_assets(docs, "assets/js/form.js", config.extra["form_javascript"])
    config.extra_css = [styles.address]
    script = ExtraScriptValue(scripts.address)
    script.defer = True
    config.extra_javascript = [script]
    config.extra["form_script"] = forms.address
    return styles, scripts, forms
