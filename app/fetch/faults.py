"""Why a transfer did not bring a whole answer, with its cause chain. Loaded when the first one fails."""

import pycurl

from app.fetch.encoding import Decoded
from app.fetch.exchange import Fault
from app.fetch.failures import connect_outcome, curl_cause, errno_cause, outcome_of, received_outcome, verify_cause
from app.fetch.record import Cause, TlsFacts
from app.fetch.wire import NO_ERRNO, Wire
from app.sources.outcome import Outcome


def decode_fault(decoded: Decoded, coding: str) -> tuple[Fault, Cause]:
    too_large = decoded.fault in ("size", "ratio")
    outcome = Outcome.TOO_LARGE if too_large else Outcome.TRUNCATED if decoded.fault == "short" and decoded.body else Outcome.UNDECODABLE
    return Fault(outcome, "body", decoded.fault), Cause("decode", 0, f"{coding[:40]}: {decoded.fault}")


def transfer_fault(wire: Wire, code: int, killed: str, tls: TlsFacts | None) -> tuple[Fault, tuple[Cause, ...]]:
    """The fault of a failed transfer and its cause chain, outermost first."""
    if wire.refused and not wire.head and not wire.opened:
        return Fault(Outcome.UNSAFE_TARGET, "guard", wire.refused), (Cause("guard", 0, "address_refused"),)
    if wire.over:
        return Fault(Outcome.TOO_LARGE, "body", "wire"), (Cause("limit", 0, "wire_max_bytes"),)
    if killed or code == pycurl.E_OPERATION_TIMEDOUT:
        return _timed_out(wire, killed)
    causes = [curl_cause(code)]
    outcome, phase = outcome_of(code)
    number = wire.curl.getinfo(pycurl.OS_ERRNO)
    if number not in NO_ERRNO:
        causes.append(errno_cause(number))
    if code == pycurl.E_COULDNT_CONNECT:
        outcome = connect_outcome(number)
    if outcome is Outcome.CONNECTION_RESET:
        outcome = received_outcome(number if number not in NO_ERRNO else 0, len(wire.head))
        phase = wire.phase()
    if outcome is Outcome.TLS_ERROR and tls:
        causes.append(verify_cause(tls.verify_code, tls.problem))
        return Fault(outcome, phase, tls.problem), tuple(causes)
    return Fault(outcome, phase), tuple(causes)


def _timed_out(wire: Wire, killed: str) -> tuple[Fault, tuple[Cause, ...]]:
    phase = killed or wire.phase()
    outcome = Outcome.DNS_ERROR if phase == "resolve" else Outcome.TIMEOUT
    return Fault(outcome, phase, "deadline"), (curl_cause(pycurl.E_OPERATION_TIMEDOUT), Cause("deadline", 0, phase))
