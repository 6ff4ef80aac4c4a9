"""What the name servers say of a host that did not resolve: no such name, or no answer."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from app.fetch.record import Cause
from app.sources.outcome import Outcome

if TYPE_CHECKING:
    import dns.asyncresolver
    import dns.resolver

# Asked only after a failed look-up, within what is left of the visit.
_LIFETIME_S = 4.0
# RFC 6761 §6.2, 6.4, 6.5 and RFC 7686: nobody can register a name under these, and resolvers deny them by themselves, without a record.
_NEVER_REGISTERED = frozenset({"test", "invalid", "example", "onion"})

NameFacts = tuple[Outcome, Cause]
Lookup = Callable[[str, float], Awaitable[NameFacts]]


async def ask_name_servers(host: str, patience_s: float, resolver: "dns.asyncresolver.Resolver | None" = None) -> NameFacts:
    """NXDOMAIN is believed only from a server that speaks for the zone or shows its SOA record (RFC 2308 §2.1).

    A machine without a network often has a local forwarder that denies every name: its bare NXDOMAIN proves nothing but of names
    that nobody can register.
    """
    import dns.asyncresolver  # noqa: PLC0415  80 ms of imports that a visit to a living host never needs
    import dns.exception  # noqa: PLC0415
    import dns.resolver  # noqa: PLC0415

    try:
        answer = await (resolver or dns.asyncresolver.Resolver()).resolve(
            host + ".", "A", lifetime=min(_LIFETIME_S, patience_s), raise_on_no_answer=False
        )
    except dns.resolver.NXDOMAIN as error:
        if host.rpartition(".")[2] in _NEVER_REGISTERED:
            return Outcome.DNS_NOT_FOUND, Cause("dns", 3, "nxdomain")
        return _denied(error)
    except dns.resolver.NoNameservers:
        return Outcome.DNS_ERROR, Cause("dns", 2, "servfail")
    except dns.exception.Timeout:
        return Outcome.DNS_ERROR, Cause("dns", 0, "resolver_timeout")
    except (dns.exception.DNSException, OSError):
        return Outcome.DNS_ERROR, Cause("dns", 0, "resolver_unusable")
    return Outcome.DNS_ERROR, Cause("dns", 0, "no_address" if answer.rrset is None else "answers_by_now")


def _denied(error: "dns.resolver.NXDOMAIN") -> NameFacts:
    import dns.flags  # noqa: PLC0415  as above
    import dns.rdatatype  # noqa: PLC0415

    for response in error.kwargs.get("responses", {}).values():
        has_soa = any(record.rdtype == dns.rdatatype.SOA for record in response.authority)
        if has_soa or response.flags & dns.flags.AA:
            return Outcome.DNS_NOT_FOUND, Cause("dns", 3, "nxdomain")
    return Outcome.DNS_ERROR, Cause("dns", 3, "nxdomain_without_proof")
