"""Redirects that lose the page: to the home page, to a section, to a search, to an error. Elsewhere but the same matter is alive."""

from urllib.parse import unquote

from app.sources import paths
from app.sources.decision import Decision
from app.sources.marks import SHORTENERS, is_of
from app.sources.outcome import Outcome
from app.sources.probe import Sibling, read_sibling
from app.sources.url import CanonicalUrl
from app.sources.view import View


def judge(view: View) -> Decision | None:
    if not view.moved or not view.is_landing or not view.deep or _kept_the_matter(view):
        return None
    return _home(view) or _search(view) or _section(view) or _elsewhere(view)


def doubt(view: View) -> tuple[str, ...]:
    """Give the reason to probe a redirect that may have lost the page; none if it surely has not."""
    if not view.moved or not view.is_landing or not view.deep or _kept_the_matter(view):
        return ()
    if _goes_up(view) or (not view.same_site and _is_front(view.final) and not is_of(view.asked.host, SHORTENERS)):
        return (f"led to {view.last.url}"[:200],)
    return ()


def _kept_the_matter(view: View) -> bool:
    """Tell whether the landing place shows that it knows what was asked: by its words, its address, its text, or a place on the page."""
    return view.slug_match or view.as_known or _address_kept(view.asked, view.final) or _leads_to_a_place(view)


def _address_kept(asked: CanonicalUrl, final: CanonicalUrl) -> bool:
    """Tell whether the last part of the asked path, or its number, lives on in the final address."""
    path = paths.parts(asked.path)
    if not path:
        return False
    name = paths.bare_name(path[-1])
    if paths.parts(final.path)[-1:] == path[-1:]:
        return True
    if len(name) < 4 or paths.is_section_word(name):
        return False
    # A query that only reports where the reader came from (`?from=/old/path`) keeps nothing.
    values = (pair.partition("=")[2] for pair in unquote(final.query).casefold().split("&"))
    return name in unquote(final.path).casefold() or any(name in value and "/" not in value for value in values)


def _leads_to_a_place(view: View) -> bool:
    """Tell whether the redirect named a place on the landing page that the asked fragment did not: `/team` to `/#team`."""
    fragment = view.final.fragment
    return bool(fragment) and fragment != view.asked.fragment


def _home(view: View) -> Decision | None:
    if not view.same_site or not paths.is_root(view.final) or paths.names_something(view.final.query):
        return None
    if paths.is_search(view.final) or _has_moved_to_subdomain(view):
        return None
    return Decision(Outcome.REDIRECT_TO_HOME, "moved.home", (f"{view.asked.path} led to {view.last.url}"[:200],))


def _has_moved_to_subdomain(view: View) -> bool:
    """Tell whether `/blog` or `/docs/` now live at `blog.…`: the place moved, nothing was lost."""
    path = paths.parts(view.asked.path)
    label = view.final.host.partition(".")[0]
    return (
        view.asked.host != view.final.host and len(path) <= 2 and bool(path) and label in (paths.bare_name(path[-1]), path[-1].lstrip("~"))
    )


def _search(view: View) -> Decision | None:
    if paths.is_search(view.asked) or not paths.is_search(view.final):
        return None
    return Decision(Outcome.REDIRECT_TO_SEARCH, "moved.search", (f"{view.asked.path} led to {view.last.url}"[:200],))


def _section(view: View) -> Decision | None:
    if not view.same_site or not _goes_up(view):
        return None
    seen = f"{view.asked.path} led up to {view.final.path}"[:200]
    sibling = read_sibling(view)
    if sibling is Sibling.HONEST or sibling is Sibling.OTHER:
        return None
    if sibling is Sibling.SAME:
        return Decision(Outcome.REDIRECT_TO_SECTION, "moved.section_sibling", (seen, "a made-up sibling is led there too"))
    return Decision(Outcome.REDIRECT_TO_SECTION, "moved.section", (seen,)) if _surely_lost(view) else None


def _goes_up(view: View) -> bool:
    """Tell whether the final path is above the asked one, or a section's front, and something was lost on the way."""
    asked = paths.without_language(paths.parts(view.asked.path))
    final = paths.without_language(paths.parts(view.final.path))
    if not final or not asked or paths.names_something(view.final.query):
        return False
    if final[-1].startswith(("index.", "default.")):
        final = final[:-1]
    if not final:
        return False
    if len(final) < len(asked) and asked[: len(final)] == final:
        return not paths.is_same_page(asked[len(final) :]) and not _names_a_page(final[-1])
    return _is_front(view.final) and len(final) <= len(asked) and not all(paths.is_section_word(part) for part in asked)


def _names_a_page(part: str) -> bool:
    return paths.is_article_like(part) and not paths.is_section_word(part)


def _is_front(url: CanonicalUrl) -> bool:
    """Tell whether it is a root, or a path made of section words and dates only."""
    path = paths.without_language(paths.parts(url.path))
    if paths.names_something(url.query):
        return False
    if paths.is_root(url):
        return True
    named = [part for part in path if not paths.is_date_part(part)]
    return paths.is_section_word(path[-1]) and len(named) <= 3 and not any(_names_a_page(part) for part in named)


def _surely_lost(view: View) -> bool:
    """Tell whether what fell away names a page, or was more than one part."""
    asked = paths.without_language(paths.parts(view.asked.path))
    final = paths.without_language(paths.parts(view.final.path))
    lost = asked[len(final) :] or asked[-1:]
    return any(paths.is_article_like(part) for part in lost) or len(lost) >= 2


def _elsewhere(view: View) -> Decision | None:
    """Condemn the front of another site only if a made-up sibling is led there too."""
    if view.same_site or not _is_front(view.final) or is_of(view.asked.host, SHORTENERS):
        return None
    if read_sibling(view) is not Sibling.SAME:
        return None
    outcome = Outcome.REDIRECT_TO_HOME if paths.is_root(view.final) else Outcome.REDIRECT_TO_SECTION
    return Decision(outcome, "moved.elsewhere_sibling", (f"led to {view.last.url}"[:200], "a made-up sibling is led there too"))
