"""Reports of articles, for people at a terminal."""

from app.errors import NotFound
from app.store.report import Report, article_ids, article_report
from app.workflow.desk import Desk


def of_article(desk: Desk, article_id: int) -> Report:
    """Return an article's report; raises NotFound."""
    with desk.read() as session:
        found = article_report(session, article_id)
    if found is None:
        raise NotFound(f"There is no article art_{article_id}.")
    return found


def all_article_ids(desk: Desk) -> list[int]:
    """Return the ids of all articles that are not deleted, oldest first."""
    with desk.read() as session:
        return article_ids(session)
