"""Pages without a page in them: scripts to be run, a frame without its article, a server nobody has given pages."""

import re

from app.sources import paths
from app.sources.decision import Decision
from app.sources.marks import SERVER_SENTENCES, SERVER_TITLES, words
from app.sources.outcome import Outcome
from app.sources.phrases import Phrases, fold, joined
from app.sources.probe import Sibling, read_sibling
from app.sources.rules import hints
from app.sources.sayings import is_filler, speaks_of_absence
from app.sources.view import View

# Where single-page applications are hung up.
_MOUNT = re.compile(
    r"""<[a-z-]+[^>]{0,80}\bid=["']?(?:root|app|__next|__nuxt|___gatsby|app-root|react-root|main-app|svelte|ember-app|spa-root|application)["'\s>]"""
    r"""|<app-root\b|ng-version=""",
    re.IGNORECASE,
)
# Names that build tools give to bundles; a plain main.js rides on any page.
_BUNDLE = re.compile(
    r"(?:bundle|chunk|runtime|webpack|polyfills|(?:app|main|index|vendors?|client|entry)[.-][0-9a-z_-]{6,20})[.\w-]{0,40}\.m?js",
    re.IGNORECASE,
)
_FRAMEWORK = re.compile(
    r"""type=["']?module|__NEXT_DATA__|__NUXT__|data-reactroot|data-react-|ng-app|ng-version|v-cloak|data-server-rendered|__INITIAL_STATE__""",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"<(?:img|svg|canvas|object|embed|frame|frameset|video|audio|picture|iframe)\b", re.IGNORECASE)
_BARE_CHARS, _MUTE_CHARS, _SHELL_CHARS, _THIN_CHARS = 60, 30, 250, 200
# Who asks for scripts says up to five words of its own about it.
_OWN_WORDS_MAX = 6
_TITLE_PARTS = re.compile(r"[:!|–—]|\s-\s|\.(?:\s|$)")
_LOADING = tuple(fold(word).strip() for word in words("names", "loading"))
_TITLES = frozenset(joined(fold(title)) for title in SERVER_TITLES)
_SENTENCES = Phrases(map(fold, SERVER_SENTENCES))


def textless(view: View) -> Decision | None:
    """Name an HTML page without visible text: scripts, pictures, or nothing at all."""
    if not view.is_page or view.facts.page is None:
        return None
    page = view.page
    if view.text_size == 0 and page.script_count == 0 and not page.noscript:
        if _PICTURES.search(view.facts.body_start):
            return Decision(Outcome.NO_TEXT, "shell.pictures", ("pictures or frames, no text",))
        return Decision(Outcome.EMPTY, "shell.no_text", ("no visible text",))
    return _scripts_only(view)


def _scripts_only(view: View) -> Decision | None:
    page = view.page
    if page.script_count == 0 or view.main_size >= _SHELL_CHARS:
        return None
    if (asks := view.sentences("script")) and view.own_words <= _OWN_WORDS_MAX:
        return Decision(Outcome.JS_REQUIRED, "shell.asks_for_scripts", (f"says “{asks[0]}”",))
    if view.text_size < _BARE_CHARS:
        return Decision(Outcome.JS_REQUIRED, "shell.bare", (f"{view.page.text_chars} characters of text, {page.script_count} scripts",))
    thin = view.main_size < _THIN_CHARS and view.text_size < 2 * _SHELL_CHARS
    if thin and _MOUNT.search(view.facts.body_start) and (_is_loading(view) or view.main_size < _BARE_CHARS):
        return Decision(Outcome.JS_REQUIRED, "shell.mount", ("an application's mount point, hardly any text",))
    return None


def _is_loading(view: View) -> bool:
    return any(word in view.start for word in _LOADING)


def default_server(view: View) -> Decision | None:
    """Name a web server's first page: dead for a deep link, unknown for a root (someone is setting the server up)."""
    if not view.is_page or not view.slight or view.slug_match or view.article_marks:
        return None
    titled = any(_is_all_title(said) for said in (view.page.title, view.heading))
    said = next(_SENTENCES.find(view.all_start), "")
    if not (said and (titled or (view.short and not view.heading))) and not (titled and view.main_size < 900):
        return None
    outcome = Outcome.EMPTY_SHELL if view.deep else Outcome.MAINTENANCE
    return Decision(outcome, "shell.default_server", (f"“{view.page.title[:80]}”",))


def _is_all_title(said: str) -> bool:
    """Tell whether all of a title is stock: "Welcome to nginx!", "Apache2 Debian Default Page: It works"; a guide's says more."""
    parts = [part for part in _TITLE_PARTS.split(said) if part.strip()]
    return bool(parts) and (joined(fold(said)) in _TITLES or all(joined(fold(part)) in _TITLES for part in parts))


def empty(view: View) -> Decision | None:
    """Judge a thin page of which a made-up sibling gets the very same.

    One that hints at a gate is that gate, one that apologises a soft 404, a mute one a shell; of another we know nothing.
    """
    if not doubt(view) or read_sibling(view) is not Sibling.SAME:
        return None
    if hint := hints.judge(view):
        return hint
    if _runs_an_application(view) and view.main_size < _MUTE_CHARS:
        return Decision(Outcome.JS_REQUIRED, "shell.application", (*doubt(view), "an application's scripts"))
    apologises = is_filler(view.page.title) or is_filler(view.heading) or (view.advises and speaks_of_absence(view.start))
    outcome = Outcome.SOFT_404 if apologises else Outcome.EMPTY_SHELL if view.main_size < _MUTE_CHARS else Outcome.EMPTY
    return Decision(outcome, "shell.sibling", (*doubt(view), "a made-up sibling gets the same page"))


def _runs_an_application(view: View) -> bool:
    """Tell whether scripts seem to write the page, and not only to count its readers."""
    return (
        any(_BUNDLE.search(source) or "/_next/" in source or "/_nuxt/" in source for source in view.page.script_sources)
        or _FRAMEWORK.search(view.facts.body_start) is not None
    )


def doubt(view: View) -> tuple[str, ...]:
    """Give the reasons to probe a page that may be a frame without its article; none if it knows what it was asked for."""
    if not view.is_page or view.facts.page is None or not view.deep or view.slug_match or view.article_marks:
        return ()
    reasons = []
    if view.main_size < _THIN_CHARS:
        reasons.append(f"only {view.page.main_chars} characters of text")
    if view.shrank:
        reasons.append("the text shrank to less than a quarter")
    if paths.is_file(view.asked) and not paths.is_file(view.final) and view.short:
        reasons.append("a page where a file was asked for")
    return tuple(reasons)
