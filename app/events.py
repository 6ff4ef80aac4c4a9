"""Events: a change of an article, claim, citation or source, written in the same transaction as the change."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class EventType(StrEnum):
    ARTICLE_CREATED = "article.created"
    ARTICLE_REVISED = "article.revised"
    ARTICLE_DELETED = "article.deleted"
    ARTICLE_STATUS_CHANGED = "article.status_changed"
    CLAIM_STATUS_CHANGED = "claim.status_changed"
    CITATION_SUPPORT_CHANGED = "citation.support_changed"
    SOURCE_LINK_CHANGED = "source.link_changed"
    SOURCE_FLAPPING = "source.flapping"
    SOURCE_SETTLED = "source.settled"
    SOURCE_QUARANTINED = "source.quarantined"
    REVIEW_RECORDED = "review.recorded"
    REVIEW_EXPIRED = "review.expired"
    RUN_FINISHED = "run.finished"
    NETWORK_DOWN = "network.down"
    NETWORK_UP = "network.up"
    WEBHOOK_DISABLED = "webhook.disabled"
    WEBHOOK_TEST = "webhook.test"


@dataclass(frozen=True, slots=True)
class Event:
    """One change. `subject` is the public id of what changed; `data` is what a receiver needs to act without asking back."""

    type: EventType
    subject: str
    data: Mapping[str, object]
